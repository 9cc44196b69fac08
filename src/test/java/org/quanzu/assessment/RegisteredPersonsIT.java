package org.quanzu.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.BankEvents.BANK;
import static org.quanzu.testkit.BankEvents.NOON;
import static org.quanzu.testkit.BankEvents.payment;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.assessment.Persons.Feedback;
import org.quanzu.assessment.Persons.PersonView;
import org.quanzu.event.CallEvent.State;
import org.quanzu.event.PersonRef;
import org.quanzu.testkit.BankEvents;
import org.quanzu.testkit.TestNode;
import org.springframework.jdbc.core.JdbcTemplate;

class RegisteredPersonsIT {
    private static final PersonRef PHONE = new PersonRef(null, "+86 139 1234 5678", null);
    private static final PersonRef SAME_PHONE = new PersonRef(null, "13912345678", null);

    private final TestNode node = new TestNode();
    private final JdbcTemplate jdbc = new JdbcTemplate(node.database);

    @AfterEach
    void stop() {
        node.close();
    }

    private static PersonAttributes told(Set<String> phones, Set<String> accounts, Set<String> household) {
        return new PersonAttributes(phones, accounts, household, 1990, null, null, null, null, null, true, null);
    }

    private String personOf(String eventId) {
        return String.valueOf(
                jdbc.queryForObject("select person_id from events where event_id = ?", String.class, eventId));
    }

    @Test
    void opensAProvisionalPersonWithoutTheNumber() {
        node.answer(BankEvents.call("c-1", PHONE, "c-1", State.ENDED, 200, NOON));
        node.answer(BankEvents.call("c-2", SAME_PHONE, "c-2", State.ENDED, 200, NOON));

        String id = personOf("c-1");

        assertThat(id).matches("prov-[0-9a-f]{24}").isEqualTo(personOf("c-2"));
        assertThat(node.persons().find(id).orElseThrow().provisional()).isTrue();
        assertThat(node.persons().find("p-9")).isEmpty();
    }

    @Test
    void mergesWhatCameInUnderANumberAndScoresAnew() {
        node.answer(payment("t-1", PHONE, "5000", "acc-1", NOON));
        node.answer(payment("t-2", "p-1", "20"));
        String provisional = personOf("t-1");

        PersonView view = node.persons().tell("p-1", told(Set.of("139-1234-5678"), Set.of(), Set.of()));
        node.answer(payment("t-3", PHONE, "30", "acc-1", NOON.plusMinutes(5)));

        assertThat(view.level()).isEqualTo("RED");
        assertThat(view.recentEvents()).containsEntry("transaction", 2);
        assertThat(personOf("t-3")).isEqualTo("p-1");
        byte[] live = node.profile("p-1");
        node.restart();
        assertThat(node.profile("p-1")).isEqualTo(live);
        assertThat(node.persons().find(provisional).orElseThrow().personId()).isEqualTo("p-1");
        assertThat(node.answer(payment("t-1", PHONE, "5000", "acc-1", NOON))).contains(provisional);
    }

    @Test
    void endsALinkThatIsNotToldAgain() {
        node.answer(payment("t-1", PHONE, "50", "acc-1", NOON));
        node.persons().tell("p-1", told(Set.of("13912345678"), Set.of(), Set.of()));

        node.persons().tell("p-1", told(Set.of(), Set.of(), Set.of()));
        node.answer(payment("t-2", PHONE, "60", "acc-1", NOON));

        assertThat(personOf("t-2")).startsWith("prov-");
        assertThat(node.persons().find(personOf("t-2")).orElseThrow().recentEvents())
                .containsEntry("transaction", 1);
        assertThat(node.persons().find("p-1").orElseThrow().recentEvents()).containsEntry("transaction", 1);
        assertThat(jdbc.queryForObject("select count(*) from person_links where valid_to is not null", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void knowsTheAccountsOfTheHousehold() {
        node.persons().tell("p-1", told(Set.of(), Set.of(), Set.of("p-2")));
        node.answer(payment("t-1", PersonRef.ofId("p-1"), "50", "acc-2", NOON));

        node.persons().tell("p-2", told(Set.of(), Set.of("acc-2"), Set.of()));

        node.answer(payment("t-2", PersonRef.ofId("p-1"), "50", "acc-2", NOON));
        assertThat(node.part(org.quanzu.memory.HotPersons.class).peek("p-1"))
                .satisfies(person -> assertThat(person.profile().attributes().householdAccounts())
                        .containsExactly("acc-2"));
    }

    @Test
    void believesForAWeekThatAPayeeIsGenuine() {
        node.answer(payment("t-1", "p-1", "5000"));

        node.persons()
                .learn(
                        "p-1",
                        BANK,
                        new Feedback("f-1", Feedback.Finding.GENUINE, List.of("t-1"), null, null, null, null));

        assertThat(node.persons().find("p-1").orElseThrow().level()).isEqualTo("NONE");
        node.restart();
        assertThat(node.answer(payment("t-2", "p-1", "6000"))).contains("\"level\":\"NONE\"");
    }

    @Test
    void letsTheLevelDecay() {
        node.answer(payment("t-1", "p-1", "5000"));
        PersonView before = node.persons().find("p-1").orElseThrow();
        node.clock.advance(Duration.ofHours(25));

        PersonView after = node.persons().find("p-1").orElseThrow();

        assertThat(before.level()).isEqualTo("RED");
        assertThat(after.level()).isEqualTo("NONE");
    }
}

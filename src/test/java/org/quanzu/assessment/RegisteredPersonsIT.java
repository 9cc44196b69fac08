package org.quanzu.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.quanzu.assessment.Persons.Feedback.Finding.CONFIRMED_SCAM;
import static org.quanzu.assessment.Persons.Feedback.Finding.GENUINE;
import static org.quanzu.testkit.BankEvents.BANK;
import static org.quanzu.testkit.BankEvents.NOON;
import static org.quanzu.testkit.BankEvents.payment;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.assessment.Persons.ConflictingFeedback;
import org.quanzu.assessment.Persons.Feedback;
import org.quanzu.assessment.Persons.PersonView;
import org.quanzu.event.CallEvent;
import org.quanzu.event.CallEvent.State;
import org.quanzu.event.Direction;
import org.quanzu.event.Header;
import org.quanzu.event.PersonRef;
import org.quanzu.eventjson.Fault;
import org.quanzu.eventjson.InvalidBody;
import org.quanzu.fact.Fact;
import org.quanzu.person.Alias;
import org.quanzu.person.Aliases;
import org.quanzu.person.source.PersonAttributes;
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
        return new PersonAttributes(phones, accounts, household, 1990, null, null, null, null, null, true, null, null);
    }

    private String personOf(String eventId) {
        return String.valueOf(
                jdbc.queryForObject("select person_id from events where event_id = ?", String.class, eventId));
    }

    @Test
    void countsForASourceWhatItToldItselfOnly() {
        for (int day = 0; day < 20; day++) {
            node.answer(payment("t-" + day, PersonRef.ofId("p-1"), "10", "acc-1", NOON.minusDays(20 - day)));
        }
        node.answer(telecomCall("c-1", NOON));

        PersonView all = node.persons().find("p-1").orElseThrow();
        PersonView bank = node.persons().find("p-1", BANK).orElseThrow();
        PersonView telecom = node.persons().find("p-1", "telecom").orElseThrow();

        assertThat(all.recentEvents()).containsOnly(entry("transaction", 20), entry("call", 1));
        assertThat(bank.recentEvents()).containsOnly(entry("transaction", 20));
        assertThat(bank.familiarPayees()).isEqualTo(1);
        assertThat(bank.latestEventAt()).isEqualTo(NOON.minusDays(1).withOffsetSameInstant(ZoneOffset.UTC));
        assertThat(telecom.recentEvents()).containsOnly(entry("call", 1));
        assertThat(telecom.familiarPayees()).isZero();
        assertThat(telecom.level()).isEqualTo(all.level());
    }

    private static CallEvent telecomCall(String id, OffsetDateTime at) {
        return new CallEvent(
                new Header(id, "telecom", PersonRef.ofId("p-1"), at),
                id,
                Direction.IN,
                "+44 20 7946 0000",
                true,
                60,
                State.ENDED);
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
    void meansOnePersonHoweverAnAccountIsWritten() {
        node.answer(payment("t-1", account("6222 0000 1111 2222"), "50", "acc-1", NOON));
        node.answer(payment("t-2", account("6222-0000-1111-2222"), "50", "acc-1", NOON));
        node.answer(payment("t-3", account("\uff16222000011112222"), "50", "acc-1", NOON));

        assertThat(Set.of(personOf("t-1"))).containsExactly(personOf("t-2")).containsExactly(personOf("t-3"));
    }

    @Test
    void findsPersonsOfOlderDatabasesUnderTheSpellingTheyHaveThere() {
        Alias linked = node.part(Aliases.class).everyOfAccount("6222 7777").get(1);
        Alias provisional = node.part(Aliases.class).everyOfAccount("DE-8888").get(1);
        open(provisional.provisionalId(), true);
        open("p-7", false);
        jdbc.update(
                "insert into person_links (kind, hash, person_id, valid_from) values ('account', decode(?, 'hex'), 'p-7', now())",
                linked.hash());

        node.answer(payment("t-1", account("6222 7777"), "50", "acc-1", NOON));
        node.answer(payment("t-2", account("DE-8888"), "60", "acc-1", NOON));
        assertThat(personOf("t-1")).isEqualTo("p-7");
        assertThat(personOf("t-2")).isEqualTo(provisional.provisionalId());

        node.tell("p-7", told(Set.of(), Set.of("6222 7777", "DE-8888"), Set.of()));
        node.answer(payment("t-3", account("62227777"), "50", "acc-1", NOON.plusMinutes(1)));
        node.answer(payment("t-4", account("DE-8888"), "50", "acc-1", NOON.plusMinutes(2)));

        assertThat(personOf("t-3")).isEqualTo("p-7");
        assertThat(personOf("t-4")).isEqualTo("p-7");
        assertThat(node.persons().find("p-7").orElseThrow().recentEvents()).containsEntry("transaction", 4);
    }

    private static PersonRef account(String written) {
        return new PersonRef(null, null, written);
    }

    private void open(String personId, boolean provisional) {
        jdbc.update(
                "insert into persons (person_id, provisional, created_at) values (?, ?, now())", personId, provisional);
    }

    @Test
    void mergesWhatCameInUnderANumberAndScoresAnew() {
        node.answer(payment("t-1", PHONE, "5000", "acc-1", NOON));
        node.answer(payment("t-2", "p-1", "20"));
        String provisional = personOf("t-1");

        PersonView view = node.tell("p-1", told(Set.of("139-1234-5678"), Set.of(), Set.of()));
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
        node.tell("p-1", told(Set.of("13912345678"), Set.of(), Set.of()));

        node.tell("p-1", told(Set.of(), Set.of(), Set.of()));
        node.answer(payment("t-2", PHONE, "60", "acc-1", NOON));

        assertThat(personOf("t-2")).startsWith("prov-");
        assertThat(node.persons().find(personOf("t-2")).orElseThrow().recentEvents())
                .containsEntry("transaction", 2);
        assertThat(node.persons().find("p-1").orElseThrow().recentEvents()).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from person_links where valid_to is not null", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void knowsTheAccountsOfTheHousehold() {
        node.tell("p-1", told(Set.of(), Set.of(), Set.of("p-2")));
        node.answer(payment("t-1", PersonRef.ofId("p-1"), "50", "acc-2", NOON));

        node.tell("p-2", told(Set.of(), Set.of("acc-2"), Set.of()));

        node.answer(payment("t-2", PersonRef.ofId("p-1"), "50", "acc-2", NOON));
        assertThat(node.part(org.quanzu.personcache.PersonCache.class).peek("p-1"))
                .satisfies(person -> assertThat(
                                person.state().profile().attributes().householdAccounts())
                        .containsExactly("acc2"));
    }

    @Test
    void livesByTheClockOfThePersonsOwnZone() {
        node.answer(payment("t-1", PersonRef.ofId("p-1"), "50", "acc-2", NOON));
        node.tell("p-1", toldZone("Europe/Berlin"));
        node.answer(payment("t-2", PersonRef.ofId("p-1"), "50", "acc-2", NOON));

        assertThat(hours("p-1"))
                .containsOnly(NOON.atZoneSameInstant(ZoneId.of("Europe/Berlin")).getHour());
        node.restart();
        node.answer(payment("t-3", PersonRef.ofId("p-1"), "50", "acc-2", NOON));
        assertThat(hours("p-1"))
                .containsOnly(NOON.atZoneSameInstant(ZoneId.of("Europe/Berlin")).getHour());

        node.tell("p-1", toldZone(null));
        node.answer(payment("t-4", PersonRef.ofId("p-1"), "50", "acc-2", NOON));
        assertThat(hours("p-1"))
                .containsOnly(NOON.atZoneSameInstant(ZoneId.of("Asia/Shanghai")).getHour());
    }

    private static PersonAttributes toldZone(@Nullable String zone) {
        return new PersonAttributes(Set.of(), Set.of(), Set.of(), null, null, null, null, null, null, null, null, zone);
    }

    private List<Integer> hours(String personId) {
        return node.part(org.quanzu.personcache.PersonCache.class).peek(personId).state().profile().factsNow().stream()
                .map(Fact::getHour)
                .toList();
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

    private void learn(String personId, String id, Feedback.Finding finding, String lost, String... eventIds) {
        Feedback feedback = new Feedback(id, finding, List.of(eventIds), new BigDecimal(lost), null, null, "a note");
        node.persons().learn(personId, BANK, feedback);
    }

    @Test
    void keepsTheFirstFeedbackWhereItsIdIsUsedAgain() {
        node.answer(payment("t-1", "p-1", "5000"));
        node.answer(payment("t-2", "p-2", "5000"));
        learn("p-1", "f-1", CONFIRMED_SCAM, "100", "t-1");

        learn("p-1", "f-1", CONFIRMED_SCAM, "100.00", "t-1");

        assertThatThrownBy(() -> learn("p-2", "f-1", GENUINE, "100", "t-2")).isInstanceOf(ConflictingFeedback.class);
        assertThatThrownBy(() -> learn("p-1", "f-1", GENUINE, "100", "t-1")).isInstanceOf(ConflictingFeedback.class);
        assertThatThrownBy(() -> learn("p-1", "f-1", CONFIRMED_SCAM, "101", "t-1"))
                .isInstanceOf(ConflictingFeedback.class);
        assertThat(jdbc.queryForMap("select person_id, finding, lost_amount from feedback"))
                .containsEntry("person_id", "p-1")
                .containsEntry("finding", "CONFIRMED_SCAM")
                .containsEntry("lost_amount", new BigDecimal("100"));
    }

    @Test
    void namesTheEventsOfAFeedbackThatAreNotItsOwn() {
        node.answer(payment("t-1", "p-1", "5000"));
        node.answer(payment("t-2", "p-2", "5000"));

        assertThatThrownBy(() -> learn("p-1", "f-1", CONFIRMED_SCAM, "1", "t-1", "t-9", "t-2"))
                .isInstanceOfSatisfying(
                        InvalidBody.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::pointer)
                                .containsExactly("/eventIds/1", "/eventIds/2"))
                .hasMessageContaining("t-9");
        assertThat(jdbc.queryForList("select 1 from feedback")).isEmpty();
    }

    @Test
    void believesAPayeeNoLongerOnceItIsAScam() {
        node.answer(payment("t-1", "p-1", "5000"));
        learn("p-1", "f-1", GENUINE, "0", "t-1");

        learn("p-1", "f-2", CONFIRMED_SCAM, "5000", "t-1");

        node.clock.advance(Duration.ofMinutes(1));
        OffsetDateTime later = node.clock.instant().atOffset(ZoneOffset.UTC);
        assertThat(node.answer(payment("t-2", PersonRef.ofId("p-1"), "6000", "acc-9", later)))
                .contains("\"level\":\"RED\"");
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

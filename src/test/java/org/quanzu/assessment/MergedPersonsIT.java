package org.quanzu.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quanzu.testkit.BankEvents.BANK;
import static org.quanzu.testkit.BankEvents.NOON;
import static org.quanzu.testkit.BankEvents.payment;
import static org.quanzu.testkit.BankEvents.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.assessment.PersonChangeRefused.Reason;
import org.quanzu.assessment.Persons.Feedback;
import org.quanzu.event.PersonRef;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.journal.Partitions;
import org.quanzu.person.source.PersonAttributes;
import org.quanzu.testkit.TestNode;
import org.springframework.jdbc.core.JdbcTemplate;

class MergedPersonsIT {
    private static final String PHONE = "13912345678";
    private static final PersonRef BY_PHONE = new PersonRef(null, PHONE, null);
    private static final PersonRef ONE = PersonRef.ofId("p-1");
    private static final PersonRef OTHER = PersonRef.ofId("p-2");

    private final TestNode node = new TestNode();
    private final TestNode neverTwo = new TestNode();
    private final AtomicInteger records = new AtomicInteger();

    @AfterEach
    void stop() {
        node.close();
        neverTwo.close();
    }

    private void merge(String into, String other) {
        node.persons().merge(into, other, records::incrementAndGet);
    }

    private void separate(String one, String other) {
        node.persons().separate(one, other, records::incrementAndGet);
    }

    private String level(String personId) {
        return node.persons().find(personId).orElseThrow().level();
    }

    private static PersonAttributes phones(String... phones) {
        return PersonAttributes.NONE.named(Set.of(phones), Set.of());
    }

    @Test
    void makesOnePersonAsIfThereHadNeverBeenTwo() {
        for (TestNode each : List.of(node, neverTwo)) {
            PersonRef other = each == node ? OTHER : ONE;
            each.answer(payment("t-1", ONE, "20", "acc-1", NOON));
            each.answer(payment("t-2", other, "5000", "acc-2", NOON.plusMinutes(3)));
            each.answer(payment("t-3", ONE, "30", "acc-2", NOON.plusMinutes(1)));
            each.answer(status("s-1", other, "t-2", Status.FAILED, NOON.plusMinutes(4)));
            each.answer(payment("t-4", other, "40", "acc-3", NOON.plusMinutes(2)));
        }

        merge("p-1", "p-2");

        assertThat(node.profile("p-1")).isEqualTo(neverTwo.profile("p-1"));
        assertThat(level("p-2"))
                .isEqualTo(neverTwo.persons().find("p-1").orElseThrow().level());
        String after = node.answer(payment("t-5", OTHER, "5000", "acc-2", NOON.plusMinutes(5)));
        assertThat(after).contains("\"personId\":\"p-1\"", "\"level\":\"RED\"");
        node.restart();
        assertThat(level("p-2")).isEqualTo("RED");
    }

    @Test
    void makesTwoPersonsAsIfTheyHadNeverBeenOne() {
        node.answer(payment("v-1", OTHER, "5000", "acc-2", NOON));
        node.tell("p-2", phones(PHONE));
        node.answer(payment("h-1", ONE, "20", "acc-1", NOON.plusMinutes(1)));
        merge("p-1", "p-2");
        node.answer(payment("h-2", ONE, "30", "acc-1", NOON.plusMinutes(2)));
        node.answer(payment("v-2", BY_PHONE, "40", "acc-2", NOON.plusMinutes(3)));
        assertThat(level("p-1")).isEqualTo("RED");

        separate("p-1", "p-2");

        assertThat(level("p-1")).isEqualTo("NONE");
        assertThat(level("p-2")).isEqualTo("RED");
        assertThat(node.answer(payment("h-3", ONE, "50", "acc-1", NOON.plusMinutes(4))))
                .contains("\"personId\":\"p-1\"", "\"level\":\"NONE\"");
        assertThat(node.answer(payment("v-3", BY_PHONE, "60", "acc-2", NOON.plusMinutes(5))))
                .contains("\"personId\":\"p-2\"", "\"events\":[\"v-1\"]");
        node.restart();
        assertThat(payments("p-1")).isEqualTo(3);
        assertThat(payments("p-2")).isEqualTo(3);
        assertThat(node.persons().find("p-1").orElseThrow().attributes()).isEqualTo(PersonAttributes.NONE);
        assertThat(node.persons().find("p-2").orElseThrow().attributes()).isEqualTo(phones(PHONE));
    }

    private int payments(String personId) {
        return node.persons().find(personId).orElseThrow().recentEvents().get("transaction");
    }

    @Test
    void changesNothingTheSecondTime() {
        node.answer(payment("t-1", "p-1", "20"));
        node.answer(payment("t-2", "p-2", "20"));

        merge("p-1", "p-2");
        merge("p-1", "p-2");
        merge("p-2", "p-1");
        assertThat(records).hasValue(1);
        separate("p-1", "p-2");
        separate("p-2", "p-1");

        assertThat(records).hasValue(2);
        assertThat(payments("p-1")).isEqualTo(1);
    }

    @Test
    void refusesWhatCannotBe() {
        node.answer(payment("t-1", "p-1", "20"));
        node.answer(payment("t-2", "p-2", "20"));
        node.answer(payment("t-3", "p-3", "20"));
        node.answer(payment("t-4", BY_PHONE, "20", "acc-1", NOON));
        node.tell("p-3", phones(PHONE));
        merge("p-1", "p-2");

        assertRefused(Reason.UNKNOWN, () -> merge("p-1", "nobody"));
        assertRefused(Reason.UNKNOWN, () -> separate("nobody", "p-1"));
        assertRefused(Reason.CONFLICT, () -> merge("p-3", "p-2"));
        String provisional = new JdbcTemplate(node.database)
                .queryForObject("select person_id from persons where merged_into = 'p-3'", String.class);
        assertRefused(Reason.CONFLICT, () -> separate("p-3", provisional));
        assertThat(records).hasValue(1);
    }

    private static void assertRefused(Reason reason, Runnable change) {
        assertThatThrownBy(change::run)
                .isInstanceOfSatisfying(
                        PersonChangeRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason))
                .hasMessageContaining("\nMaybe ");
    }

    @Test
    void separatesTheMiddleOneWithWhoWasMergedIntoIt() {
        for (int i = 1; i <= 3; i++) {
            node.answer(payment("t-" + i, "p-" + i, "2" + i));
        }
        merge("p-2", "p-3");
        merge("p-1", "p-2");
        assertThat(payments("p-1")).isEqualTo(3);

        separate("p-1", "p-2");

        assertThat(payments("p-1")).isEqualTo(1);
        assertThat(payments("p-2")).isEqualTo(2);
        assertThat(node.persons().find("p-3").orElseThrow().personId()).isEqualTo("p-2");
    }

    @Test
    void findsTheEventsOfAPersonWhoWasAPartOfOthersBefore() {
        node.answer(payment("t-1", "p-1", "20"));
        node.answer(payment("t-2", "p-2", "30"));
        node.answer(payment("t-3", "p-3", "40"));
        merge("p-1", "p-2");
        node.answer(payment("t-4", OTHER, "5000", "acc-2", NOON));
        separate("p-1", "p-2");

        merge("p-3", "p-2");

        assertThat(payments("p-3")).isEqualTo(3);
        assertThat(payments("p-1")).isEqualTo(1);
        assertThat(level("p-3")).isEqualTo("RED");
        node.persons().learn("p-3", BANK, feedback("t-4"));
        assertThat(level("p-3")).isEqualTo("NONE");
    }

    private static Feedback feedback(String eventId) {
        return new Feedback("f-1", Feedback.Finding.GENUINE, List.of(eventId), null, null, null, null);
    }

    @Test
    void joinsProfilesWhereEventsAreNoLongerKept() {
        node.answer(payment("t-1", ONE, "5000", "acc-1", NOON));
        node.answer(payment("t-2", OTHER, "30", "acc-2", NOON));
        node.clock.advance(Duration.ofHours(20));
        node.answer(payment("t-3", "p-1", "20"));
        Partitions partitions = node.part(Partitions.class);
        keepSnapshots();
        partitions.drop(LocalDate.parse("2026-03-02"));

        merge("p-1", "p-2");

        assertThat(payments("p-1")).isEqualTo(3);
        assertThat(level("p-1")).isEqualTo("RED");
    }

    /** As retention does before it drops a day. */
    private void keepSnapshots() {
        node.tell("p-1", PersonAttributes.NONE);
        node.tell("p-2", PersonAttributes.NONE);
    }
}

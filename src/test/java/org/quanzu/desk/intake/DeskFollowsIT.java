package org.quanzu.desk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.BankEvents.NOON;
import static org.quanzu.testkit.BankEvents.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.desk.QueueChanged;
import org.quanzu.event.PersonRef;
import org.quanzu.journal.Partitions;
import org.quanzu.person.source.PersonAttributes;
import org.quanzu.personcache.Retention;
import org.quanzu.scoring.Assessment;
import org.quanzu.testkit.BankEvents;
import org.quanzu.testkit.LargePayments;
import org.quanzu.testkit.TestNode;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The desk behind the journal: what goes wrong there is the desk's alone, and what came is never lost. */
class DeskFollowsIT {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final TestNode node = new TestNode(LargePayments::new, Announced.class);
    private final JdbcTemplate jdbc = new JdbcTemplate(node.database);

    /** The cases that pages were told of, each with whether a transaction was still open. */
    static class Announced {
        private final Map<String, Boolean> cases = new ConcurrentHashMap<>();

        @EventListener
        void on(QueueChanged change) {
            boolean open = TransactionSynchronizationManager.isActualTransactionActive();
            change.caseIds().forEach(caseId -> cases.put(caseId, open));
        }
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private Map<String, Object> caseOf(String personId) {
        return jdbc.queryForMap("select * from cases where person_id = ?", personId);
    }

    private int assessments(String personId) {
        return jdbc.queryForObject(
                "select coalesce(max(assessments), 0) from cases where person_id = ?", Integer.class, personId);
    }

    private void awaitAssessments(String personId, int number) {
        Awaitility.await().untilAsserted(() -> {
            node.clock.advance(Duration.ofSeconds(1));
            assertThat(assessments(personId)).isEqualTo(number);
        });
    }

    private List<Map<String, Object>> setAside() {
        return jdbc.queryForList("select * from set_aside_records where retry_at is null");
    }

    private void refuse(String condition) {
        jdbc.execute("alter table cases add constraint refused check (" + condition + ") not valid");
    }

    private void refuseNoMore() {
        jdbc.execute("alter table cases drop constraint refused");
    }

    @Test
    void answersEventsWhileACaseIsLockedAndHandlesItsRecordsAfterwardsInOrder() throws SQLException {
        node.followed(payment("t-1", "p-1", "5000"));
        try (Connection lock = node.database.getConnection()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("select 1 from cases where person_id = 'p-1' for update");

            String locked = node.answer(payment("t-2", "p-1", "6000"));
            node.answer(payment("t-3", "p-2", "7000"));
            node.answer(payment("t-4", "p-1", "8000"));

            assertThat(locked).contains("\"caseId\":\"" + Assessment.caseOf("p-1") + "\"");
            Awaitility.await()
                    .untilAsserted(() -> assertThat(assessments("p-2")).isEqualTo(1));
            Awaitility.await()
                    .untilAsserted(() -> assertThat(jdbc.queryForList(
                                    "select event from set_aside_records where retry_at is not null order by seq",
                                    String.class))
                            .containsExactly("bank-1 t-2", "bank-1 t-4"));
            assertThat(assessments("p-1")).isEqualTo(1);
            lock.rollback();
        }

        awaitAssessments("p-1", 3);
        assertThat(caseOf("p-1").get("last_seq"))
                .isEqualTo(jdbc.queryForObject("select max(seq) from events where person_id = 'p-1'", Long.class));
        assertThat(jdbc.queryForList("select 1 from set_aside_records")).isEmpty();
    }

    @Test
    void tellsPagesOfAChangeOnceItIsCommitted() {
        node.followed(payment("t-1", "p-1", "5000"));
        node.followed(payment("t-2", "p-2", "20"));

        Awaitility.await()
                .untilAsserted(() -> assertThat(node.part(Announced.class).cases)
                        .containsExactly(Map.entry(Assessment.caseOf("p-1"), false)));
    }

    @Test
    void setsOneBadRecordAsideAndGoesOn() {
        refuse("amount_at_risk <> 6000");

        node.answer(payment("t-1", "p-1", "5000"));
        node.answer(payment("t-2", "p-2", "6000"));
        node.followed(payment("t-3", "p-3", "7000"));

        assertThat(jdbc.queryForList("select person_id from cases order by 1", String.class))
                .containsExactly("p-1", "p-3");
        assertThat(setAside())
                .singleElement()
                .satisfies(record -> assertThat(record)
                        .containsEntry("consumer", "desk")
                        .containsEntry("event", "bank-1 t-2")
                        .containsEntry("person_id", "p-2")
                        .hasEntrySatisfying(
                                "reason",
                                reason -> assertThat(reason.toString())
                                        .contains("SQLSTATE 23514")
                                        .doesNotContain("6000")));
        assertThat(jdbc.queryForObject("select count(*) from events", Integer.class))
                .isEqualTo(3);
    }

    @Test
    void triesASetAsideRecordAgainWhenAskedTo() {
        refuse("amount_at_risk <> 6000");
        node.followed(payment("t-1", "p-1", "6000"));
        node.followed(payment("t-2", "p-1", "7000"));
        refuseNoMore();

        jdbc.update("update set_aside_records set retry_at = ?", Timestamp.from(node.clock.instant()));
        node.awaitConsumers();

        assertThat(caseOf("p-1")).containsEntry("assessments", 2);
        assertThat(setAside()).isEmpty();
    }

    @Test
    void triesWhatWasSetAsideAgainAtTheNextStart() {
        refuse("amount_at_risk <> 6000");
        node.followed(payment("t-1", "p-1", "6000"));
        refuseNoMore();

        node.restart();
        node.awaitConsumers();

        assertThat(caseOf("p-1")).containsEntry("assessments", 1);
    }

    @Test
    void setsARecordAsideThatCannotBeRead() {
        refuse("false");
        node.followed(payment("t-1", "p-1", "5000"));
        jdbc.update("update events set assessment = '\\xff0102'");
        refuseNoMore();

        node.restart();
        node.followed(payment("t-2", "p-2", "5000"));

        assertThat(setAside())
                .singleElement()
                .satisfies(record ->
                        assertThat(record).containsEntry("event", "bank-1 t-1").containsEntry("tries", 2));
        assertThat(assessments("p-2")).isEqualTo(1);
    }

    @Test
    void changesNothingWhenRecordsAreDeliveredAgain() {
        node.followed(payment("t-1", "p-1", "5000"));
        node.followed(payment("t-2", "p-1", "7000"));
        jdbc.update("update cases set state = 'CLOSED', closed_at = now()");
        Map<String, Object> before = caseOf("p-1");

        jdbc.update("update journal_consumers set seq = 0");
        node.followed(payment("t-3", "p-2", "20000"));

        assertThat(caseOf("p-1")).isEqualTo(before);
        assertThat(jdbc.queryForList("select 1 from case_history where case_id = ?", Assessment.caseOf("p-1")))
                .hasSize(1);
    }

    @Test
    void keepsTheOrderOfAPersonsEventsAndChanges() {
        List<String> persons = IntStream.range(0, 30).mapToObj(i -> "p-" + i).toList();
        persons.forEach(
                person -> node.take(payment("t-" + person, person, "5000")).join());
        persons.forEach(person -> node.tell(person, attributes("139123450" + (100 + persons.indexOf(person)))));
        persons.forEach(
                person -> node.take(payment("u-" + person, person, "6000")).join());
        node.awaitConsumers();

        assertThat(jdbc.queryForList("select assessments from cases", Integer.class))
                .hasSize(30)
                .containsOnly(3);
        assertThat(jdbc.queryForList("select 1 from person_changes")).isEmpty();
        assertThat(
                        jdbc.queryForList(
                                "select 1 from cases c where last_seq <> (select max(seq) from events e where e.person_id = c.person_id)"))
                .isEmpty();
    }

    private static PersonAttributes attributes(String phone) {
        return BankEvents.phones(phone);
    }

    @Test
    void opensTheCaseOfAPersonWhoIsOnlyKnownFromAMerge() {
        refuse("person_id <> 'p-1'");
        node.followed(payment("t-1", new PersonRef(null, "13912345678", null), "5000", "acc-1", NOON));
        node.tell("p-1", attributes("13912345678"));
        node.awaitConsumers();
        assertThat(setAside())
                .singleElement()
                .satisfies(record ->
                        assertThat(record).containsEntry("kind", "RESCORED").containsEntry("person_id", "p-1"));
        refuseNoMore();

        node.restart();
        node.awaitConsumers();

        assertThat(caseOf("p-1")).containsEntry("state", "QUEUED");
        assertThat(jdbc.queryForList("select 1 from person_changes")).isEmpty();
    }

    @Test
    void dropsNoDayThatAConsumerHasNotComeTo() {
        node.followed(payment("t-1", "p-1", "5000"));
        node.clock.advance(Duration.ofDays(200));

        jdbc.update("insert into journal_consumers values ('another', 0, now())");
        boolean keptForAnother = keepsTheFirstDay();
        jdbc.update("update journal_consumers set seq = (select max(seq) from events)");
        jdbc.update(
                "insert into set_aside_records values ('another', 1, ?, 'EVENT', 'p-9', 'e', 'r', now(), 1, now())",
                DAY);
        boolean keptToBeTriedAgain = keepsTheFirstDay();
        jdbc.update("update set_aside_records set retry_at = null");

        assertThat(keptForAnother).isTrue();
        assertThat(keptToBeTriedAgain).isTrue();
        assertThat(keepsTheFirstDay()).isFalse();
        assertThat(setAside()).isEmpty();
    }

    private boolean keepsTheFirstDay() {
        node.part(Retention.class).run();
        return node.part(Partitions.class).before(DAY.plusDays(1)).contains(DAY);
    }

    @Test
    void comesToTheRecordsOfDaysOnWhichItStood() {
        node.followed(payment("t-1", "p-1", "5000"));
        jdbc.execute("alter table journal_consumers rename to elsewhere");
        node.answer(payment("t-2", "p-2", "5000"));
        node.clock.advance(Duration.ofDays(3));
        node.answer(payment("t-3", PersonRef.ofId("p-3"), "5000", "acc-9", NOON.plusDays(3)));
        jdbc.execute("alter table elsewhere rename to journal_consumers");

        node.awaitConsumers();

        assertThat(jdbc.queryForList("select person_id from cases order by 1", String.class))
                .containsExactly("p-1", "p-2", "p-3");
    }

    @Test
    void outlivesADatabaseThatRefusesEverythingAndSaysThatItStands() {
        jdbc.execute("alter table journal_consumers rename to elsewhere");
        node.answer(payment("t-1", "p-1", "5000"));
        HealthIndicator health = node.part(HealthIndicator.class);

        Awaitility.await().untilAsserted(() -> {
            node.clock.advance(Duration.ofSeconds(30));
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        });
        jdbc.execute("alter table elsewhere rename to journal_consumers");

        awaitAssessments("p-1", 1);
        Awaitility.await()
                .untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.UP));
    }
}

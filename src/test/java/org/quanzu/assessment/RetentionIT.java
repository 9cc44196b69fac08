package org.quanzu.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.BankEvents.NOON;
import static org.quanzu.testkit.BankEvents.payment;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.event.PersonRef;
import org.quanzu.journal.Partitions;
import org.quanzu.personcache.Retention;
import org.quanzu.testkit.Patience;
import org.quanzu.testkit.TestNode;
import org.springframework.jdbc.core.JdbcTemplate;

/** Days come and go while somebody reads the events and others send some. */
class RetentionIT {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);

    private final TestNode node = new TestNode();
    private final JdbcTemplate jdbc = new JdbcTemplate(node.database);

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void takesEventsWhileADayIsDroppedUnderAReader() throws Exception {
        pay();
        awaitTheDesk();
        node.clock.advance(Duration.ofDays(91));
        node.answer(payment("t-1", PersonRef.ofId("p-2"), "20", "acc-1", NOON.plusDays(91)));
        CompletableFuture<Void> run;
        try (Connection reader = reading()) {
            run = CompletableFuture.runAsync(node.part(Retention.class)::run, task -> new Thread(task).start());
            Awaitility.await().until(() -> isDetaching() || run.isDone());

            String answer = node.answer(payment("t-2", PersonRef.ofId("p-2"), "20", "acc-1", NOON.plusDays(91)));

            assertThat(answer).contains("\"eventId\":\"t-2\"");
            reader.rollback();
        }
        assertThat(run).succeedsWithin(Patience.LONG);
        assertThat(jdbc.queryForList("select event_id from events order by seq", String.class))
                .containsExactly("t-1", "t-2");
        assertThat(jdbc.queryForList("select event_id from event_keys", String.class))
                .containsExactlyInAnyOrder("t-1", "t-2");
    }

    @Test
    void preparesDaysUnderAReader() throws SQLException {
        node.answer(payment("t-1", "p-1", "10"));
        try (Connection reader = reading()) {
            node.clock.advance(Duration.ofDays(40));

            String answer = node.answer(payment("t-2", PersonRef.ofId("p-1"), "20", "acc-1", NOON.plusDays(40)));

            assertThat(answer).contains("\"eventId\":\"t-2\"");
            reader.rollback();
        }
    }

    @Test
    void finishesWhatAnInterruptedRunBegan() {
        pay();
        awaitTheDesk();
        node.clock.advance(Duration.ofDays(91));
        Retention retention = node.part(Retention.class);
        byte[] before = node.profile("p-1");
        node.part(Partitions.class).personsNeeding(FIRST_DAY);
        jdbc.execute("alter table events detach partition events_20260302 concurrently");

        retention.run();

        assertThat(jdbc.queryForObject("select count(*) from event_keys", Integer.class))
                .isZero();
        assertThat(jdbc.queryForObject("select to_regclass('events_20260302')::text", String.class))
                .isNull();
        assertThat(node.profile("p-1")).isEqualTo(before);
    }

    private void pay() {
        for (int i = 0; i < 70; i++) {
            node.answer(payment("old-" + i, "p-1", "10." + (10 + i)));
        }
    }

    /** No day goes before the desk has read it. */
    private void awaitTheDesk() {
        Awaitility.await().until(() -> !node.part(Partitions.class).isAwaited(FIRST_DAY));
    }

    private Connection reading() throws SQLException {
        Connection reader = node.database.getConnection();
        reader.setAutoCommit(false);
        try (Statement query = reader.createStatement();
                ResultSet rows = query.executeQuery("select count(*) from events")) {
            rows.next();
        }
        return reader;
    }

    private boolean isDetaching() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select exists (select 1 from pg_inherits where inhdetachpending)", Boolean.class));
    }
}

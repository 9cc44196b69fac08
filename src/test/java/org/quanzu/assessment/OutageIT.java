package org.quanzu.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quanzu.testkit.BankEvents.payment;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.assessment.Intake.Answer;
import org.quanzu.testkit.TestDatabase;
import org.quanzu.testkit.TestNode;
import org.springframework.jdbc.core.JdbcTemplate;

class OutageIT {
    private final TestNode node = new TestNode();
    private final JdbcTemplate jdbc = new JdbcTemplate(node.database);
    private final JdbcTemplate server = new JdbcTemplate(TestDatabase.server());

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void leavesNoTraceOfAnEventTheDatabaseRefuses() {
        node.answer(payment("t-1", "p-1", "10"));
        byte[] before = node.profile("p-1");
        jdbc.execute("alter table events add constraint picky check (event_id <> 't-bad')");

        CompletableFuture<Answer> bad = node.take(payment("t-bad", "p-1", "5000"));
        List<CompletableFuture<Answer>> others = IntStream.range(0, 20)
                .mapToObj(i -> node.take(payment("o-" + i, "q-" + i, "10")))
                .toList();

        assertThatThrownBy(() -> TestNode.json(bad)).hasCauseInstanceOf(IntakeUnavailable.class);
        assertThat(others).allSatisfy(other -> assertThat(TestNode.json(other)).contains("NONE"));
        assertThat(node.profile("p-1")).isEqualTo(before);
        assertThat(jdbc.queryForObject("select count(*) from event_keys where event_id = 't-bad'", Integer.class))
                .isZero();
        assertThat(node.answer(payment("t-2", "p-1", "20"))).contains("\"level\":\"NONE\"");
    }

    @Test
    void refusesWithTheRefusedOneWhatWasScoredAfterIt() {
        node.answer(payment("t-1", "p-1", "10"));
        jdbc.execute("alter table events add constraint picky check (event_id <> 't-bad')");
        List<String> ids = List.of("t-bad", "t-3", "t-4");

        List<CompletableFuture<Answer>> answers =
                ids.stream().map(id -> node.take(payment(id, "p-1", "5000"))).toList();

        List<String> stored = ids.stream()
                .filter(id -> succeeds(answers.get(ids.indexOf(id))))
                .toList();
        assertThat(stored).doesNotContain("t-bad");
        assertThat(jdbc.queryForList("select event_id from events where event_id <> 't-1' order by seq", String.class))
                .isEqualTo(stored);
        byte[] live = node.profile("p-1");
        node.forget("p-1");
        assertThat(node.profile("p-1")).isEqualTo(live);
    }

    private static boolean succeeds(CompletableFuture<Answer> answer) {
        try {
            TestNode.json(answer);
            return true;
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(IntakeUnavailable.class);
            return false;
        }
    }

    @Test
    void recoversWhenTheDatabaseIsBack() {
        node.answer(payment("t-1", "p-1", "10"));
        String name = jdbc.queryForObject("select current_database()", String.class);
        server.execute("alter database " + name + " allow_connections false");
        server.queryForList(
                "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = ?", Boolean.class, name);

        assertThat(succeeds(node.take(payment("t-2", "p-1", "5000")))).isFalse();
        assertThat(succeeds(node.take(payment("t-3", "p-2", "20")))).isFalse();
        server.execute("alter database " + name + " allow_connections true");

        Awaitility.await().until(() -> succeeds(node.take(payment("t-4", "p-1", "20"))));
        assertThat(node.answer(payment("t-2", "p-1", "5000"))).contains("\"level\":\"RED\"");
        assertThat(jdbc.queryForList("select event_id from events order by seq", String.class))
                .containsExactly("t-1", "t-4", "t-2");
    }

    @Test
    void writesEverythingQueuedBeforeItStops() {
        List<CompletableFuture<Answer>> answers = IntStream.range(0, 500)
                .mapToObj(i -> node.take(payment("t-" + i, "p-" + i % 50, "10")))
                .toList();

        node.restart();

        assertThat(answers).allMatch(CompletableFuture::isDone);
        assertThat(answers).allMatch(OutageIT::succeeds);
        assertThat(jdbc.queryForObject("select count(*) from events", Integer.class))
                .isEqualTo(500);
    }
}

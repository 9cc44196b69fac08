package org.quanzu.assessment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.BankEvents.NOON;
import static org.quanzu.testkit.BankEvents.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.assessment.Intake.Accepted;
import org.quanzu.event.Event;
import org.quanzu.event.PersonRef;
import org.quanzu.testkit.TestNode;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is answered while a table of the database is locked, which is as good as a database that has stopped. */
class DegradedAnswerIT {
    private final TestNode node = new TestNode();
    private final JdbcTemplate jdbc = new JdbcTemplate(node.database);

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void givesTheWholeAssessmentWhereOnlyTheDiskIsMissing() throws SQLException {
        node.answer(payment("t-1", "p-1", "10"));
        Accepted accepted;
        String known;
        try (Connection stalled = locked("events")) {
            accepted = node.intake().accept(payment("t-2", "p-1", "5000"));
            known = text(accepted);
            assertThat(accepted.answer()).isNotDone();
        }

        assertThat(known)
                .contains("\"level\":\"RED\"", "\"decision\":\"HOLD\"", "\"rule\":", "\"events\":[\"t-2\"]")
                .endsWith(",\"degraded\":true,\"stored\":false}");
        assertThat(TestNode.json(accepted.answer()))
                .isEqualTo(known.replace(",\"degraded\":true,\"stored\":false", ""));
    }

    @Test
    void takesAColdPersonWithoutWaitingForTheDatabase() throws SQLException {
        node.answer(payment("t-1", "p-1", "5000"));
        node.forget("p-1");
        Accepted accepted;
        try (Connection stalled = locked("persons")) {
            accepted = node.intake().accept(payment("t-2", "p-1", "10"));

            assertThat(accepted.answer()).isNotDone();
            assertThat(text(accepted))
                    .contains("\"level\":\"NONE\"", "\"decision\":\"ALLOW\"", "\"degraded\":true", "\"stored\":false");
        }

        assertThat(TestNode.json(accepted.answer()))
                .contains("\"level\":\"RED\"")
                .doesNotContain("degraded");
    }

    @Test
    void keepsTheOrderOfAPersonWhoHadToBeWaitedFor() throws SQLException {
        List<Accepted> accepted;
        PersonRef phone = new PersonRef(null, "+8613800000000", null);
        try (Connection stalled = locked("persons", "person_links")) {
            accepted = IntStream.range(0, 20)
                    .mapToObj(i -> node.intake()
                            .accept(payment("t-" + i, i % 2 == 0 ? PersonRef.ofId("p-1") : phone, "10", "acc-1", NOON)))
                    .toList();
        }
        accepted.forEach(one -> TestNode.json(one.answer()));

        assertThat(inOrder("p-1")).containsExactlyElementsOf(ids(0));
        assertThat(inOrder("prov-%")).containsExactlyElementsOf(ids(1));
    }

    private static List<String> ids(int first) {
        return IntStream.iterate(first, i -> i < 20, i -> i + 2)
                .mapToObj(i -> "t-" + i)
                .toList();
    }

    private List<String> inOrder(String person) {
        return jdbc.queryForList(
                "select event_id from events where person_id like ? order by seq", String.class, person);
    }

    @Test
    void answersARepeatOnceItCanBeReadAndScoresNothingTwice() throws SQLException {
        Event event = payment("t-1", "p-1", "5000");
        String first = node.answer(event);
        Accepted again;
        try (Connection stalled = locked("event_keys")) {
            again = node.intake().accept(event);
            assertThat(text(again)).contains("\"level\":\"RED\"", "\"decision\":\"HOLD\"", "\"degraded\":true");
        }

        assertThat(TestNode.json(again.answer())).isEqualTo(first);
        assertThat(jdbc.queryForObject("select count(*) from events", Integer.class))
                .isOne();
    }

    private Connection locked(String... tables) throws SQLException {
        Connection stalled = node.database.getConnection();
        stalled.setAutoCommit(false);
        try (Statement lock = stalled.createStatement()) {
            lock.execute("lock table " + String.join(", ", tables) + " in access exclusive mode");
        }
        return stalled;
    }

    private static String text(Accepted accepted) {
        return new String(accepted.known().get().json(), UTF_8);
    }
}

package org.quanzu.desk.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.BankEvents.BANK;
import static org.quanzu.testkit.BankEvents.NOON;
import static org.quanzu.testkit.BankEvents.payment;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.assessment.Persons.Feedback;
import org.quanzu.event.PersonRef;
import org.quanzu.testkit.BankEvents;
import org.quanzu.testkit.TestNode;
import org.springframework.jdbc.core.JdbcTemplate;

class EpisodesIT {
    private final TestNode node = new TestNode();
    private final JdbcTemplate jdbc = new JdbcTemplate(node.database);

    @AfterEach
    void stop() {
        node.close();
    }

    private List<Map<String, Object>> episodes(String personId) {
        return jdbc.queryForList(
                "select episode, level, family, rule_set, array_to_string(rules, ' ') as rules, merged, verdict, sole"
                        + " from warned_episodes where person_id = ? order by episode",
                personId);
    }

    private void learn(String id, Feedback.Finding finding, String eventId) {
        node.persons().learn("p-1", BANK, new Feedback(id, finding, List.of(eventId), null, null, null, null));
        node.awaitConsumers();
    }

    @Test
    void rememberWhichRulesSpoke() {
        node.followed(payment("t-1", "p-1", "5000"));
        node.followed(payment("t-2", "p-1", "7000"));
        node.followed(payment("t-3", "p-2", "20"));

        assertThat(episodes("p-1"))
                .singleElement()
                .satisfies(episode -> assertThat(episode)
                        .containsEntry("episode", 1)
                        .containsEntry("level", "RED")
                        .containsEntry("family", "loan")
                        .containsEntry("rule_set", "v1")
                        .containsEntry("rules", "LOAN-001"));
        assertThat(episodes("p-2")).isEmpty();
    }

    @Test
    void beginAnewWithTheCase() {
        node.followed(payment("t-1", "p-1", "5000"));
        jdbc.update("update cases set state = 'CLOSED', closed_at = now()");

        node.followed(payment("t-2", "p-1", "6000"));

        assertThat(episodes("p-1"))
                .extracting(episode -> episode.get("episode"))
                .containsExactly(1, 2);
    }

    @Test
    void keepTheHighestLevelThoughAPersonLoweredIt() {
        node.followed(payment("t-1", "p-1", "5000"));
        jdbc.update("update cases set level = 'BLUE', level_rank = 0, score = 100");

        node.followed(payment("t-2", "p-1", "20"));

        assertThat(episodes("p-1")).extracting(episode -> episode.get("level")).containsExactly("RED");
    }

    @Test
    void areJudgedByWhatBanksLearn() {
        node.followed(payment("t-1", "p-1", "5000"));
        learn("f-1", Feedback.Finding.CONFIRMED_SCAM, "t-1");

        learn("f-1", Feedback.Finding.CONFIRMED_SCAM, "t-1");
        node.restart();

        assertThat(episodes("p-1"))
                .singleElement()
                .satisfies(episode ->
                        assertThat(episode).containsEntry("verdict", "SCAM").containsEntry("sole", "LOAN-001"));
        assertThat(jdbc.queryForList("select 1 from labels")).hasSize(1);
    }

    @Test
    void areFoundByWhenTheEventCame() {
        node.followed(payment("t-1", "p-1", "5000"));
        jdbc.update("update cases set state = 'CLOSED', closed_at = ?", Timestamp.from(node.clock.instant()));
        node.clock.advance(Duration.ofDays(20));
        node.followed(payment("t-2", PersonRef.ofId("p-1"), "6000", "acc-1", NOON.plusDays(20)));
        node.clock.advance(Duration.ofDays(20));

        learn("f-1", Feedback.Finding.CONFIRMED_SCAM, "t-1");
        learn("f-2", Feedback.Finding.GENUINE, "t-2");

        assertThat(episodes("p-1"))
                .extracting(episode -> episode.get("verdict"))
                .containsExactly("SCAM", "ORDINARY");
    }

    @Test
    void ofAProvisionalPersonNoLongerWaitForALabel() {
        node.followed(payment("t-1", new PersonRef(null, "13912345678", null), "5000", "acc-1", NOON));
        String provisional = jdbc.queryForObject("select person_id from cases", String.class);

        node.tell("p-1", BankEvents.phones("13912345678"));
        node.awaitConsumers();

        assertThat(episodes(provisional))
                .extracting(episode -> episode.get("merged"))
                .containsExactly(true);
        assertThat(episodes("p-1"))
                .singleElement()
                .satisfies(episode -> assertThat(episode).containsEntry("rules", "LOAN-001"));
    }
}

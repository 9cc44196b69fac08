package org.quanzu.desk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.BankEvents.NOON;
import static org.quanzu.testkit.BankEvents.call;
import static org.quanzu.testkit.BankEvents.payment;
import static org.quanzu.testkit.BankEvents.status;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanzu.assessment.Intake.Answer;
import org.quanzu.event.CallEvent.State;
import org.quanzu.event.PersonRef;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.scoring.Assessment;
import org.quanzu.testkit.BankEvents;
import org.quanzu.testkit.TestNode;
import org.springframework.jdbc.core.JdbcTemplate;

class CaseIntakeIT {
    private final TestNode node = new TestNode();
    private final JdbcTemplate jdbc = new JdbcTemplate(node.database);

    @AfterEach
    void stop() {
        node.close();
    }

    private Map<String, Object> caseOf(String personId) {
        return jdbc.queryForMap("select * from cases where person_id = ?", personId);
    }

    private List<String> history(String personId) {
        return jdbc.queryForList(
                "select what from case_history where case_id = ? order by id",
                String.class,
                Assessment.caseOf(personId));
    }

    @Test
    void opensOneCaseForTheAssessmentsOfAPerson() {
        String answer = node.followed(payment("t-1", "p-1", "5000"));
        node.followed(payment("t-2", "p-1", "7000"));
        node.followed(payment("t-3", "p-2", "20"));

        assertThat(answer).contains("\"caseId\":\"" + Assessment.caseOf("p-1") + "\"");
        assertThat(jdbc.queryForList("select person_id from cases", String.class))
                .containsExactly("p-1");
        assertThat(caseOf("p-1"))
                .containsEntry("state", "QUEUED")
                .containsEntry("level", "RED")
                .containsEntry("family", "loan")
                .containsEntry("unit", "DESK")
                .containsEntry("episode", 1)
                .containsEntry("assessments", 2);
        assertThat(history("p-1")).containsExactly("OPENED");
    }

    @Test
    void countsARepeatedEventOnce() {
        node.followed(payment("t-1", "p-1", "5000"));
        node.followed(payment("t-1", "p-1", "5000"));
        node.restart();
        node.followed(payment("t-1", "p-1", "5000"));

        assertThat(caseOf("p-1")).containsEntry("assessments", 1);
    }

    @Test
    void opensAClosedCaseAgainForANewPayment() {
        node.followed(payment("t-1", "p-1", "5000"));
        jdbc.update("update cases set state = 'CLOSED', closed_at = now()");
        jdbc.update("insert into follow_ups (case_id, episode, due_at) select case_id, 1, now() from cases");

        node.followed(payment("t-2", "p-1", "6000"));

        assertThat(caseOf("p-1")).containsEntry("state", "QUEUED").containsEntry("episode", 2);
        assertThat(history("p-1")).containsExactly("OPENED", "REATTEMPT");
        assertThat(caseOf("p-1")).containsEntry("version", 2);
        assertThat(jdbc.queryForList("select 1 from follow_ups where done_at is null"))
                .isEmpty();
    }

    private BigDecimal atRisk() {
        return jdbc.queryForObject("select amount_at_risk from cases", BigDecimal.class);
    }

    @Test
    void countsStoppedMoneyNoMoreInANewEpisode() {
        node.followed(payment("t-1", "p-1", "5000"));
        node.followed(payment("t-2", "p-1", "2000"));
        jdbc.update("update cases set state = 'CLOSED', closed_at = now()");
        jdbc.update("""
                insert into outcomes (case_id, episode, contact, finding, averted_stopped, operator, at, closes)
                select case_id, 1, 'REACHED_PHONE', 'SCAM_STOPPED_BEFORE_LOSS', 5000, 'wang', now(), true from cases""");

        node.followed(payment("t-3", "p-1", "6000"));
        BigDecimal again = atRisk();
        node.followed(payment("t-4", "p-1", "3000"));

        assertThat(again).isEqualByComparingTo("8000");
        assertThat(atRisk()).isEqualByComparingTo("11000");
    }

    @Test
    void countsMoneyThatTheBankReportedAsReturnedNoMoreInANewEpisode() {
        node.followed(payment("t-1", "p-1", "5000"));
        node.followed(payment("t-2", "p-1", "2000"));
        node.followed(status("s-1", PersonRef.ofId("p-1"), "t-1", Status.RETURNED, NOON.plusMinutes(5)));
        jdbc.update("update cases set state = 'CLOSED', closed_at = now()");

        node.followed(payment("t-3", PersonRef.ofId("p-1"), "6000", "acc-9", NOON.plusMinutes(9)));

        assertThat(atRisk()).isEqualByComparingTo("8000");
    }

    @Test
    void keepsOneCaseAPersonWhenHundredsComeAtOnce() {
        List<CompletableFuture<Answer>> answers = IntStream.range(0, 600)
                .mapToObj(i -> node.take(payment("t-" + i, "p-" + i % 20, "5000")))
                .toList();
        answers.forEach(CompletableFuture::join);
        node.awaitConsumers();

        assertThat(jdbc.queryForList("select assessments from cases", Integer.class))
                .hasSize(20)
                .containsOnly(30);
    }

    @Test
    void movesTheCaseOfAProvisionalPersonToWhomItTurnsOutToBe() {
        node.followed(payment("t-1", new PersonRef(null, "13912345678", null), "5000", "acc-1", NOON));
        String provisional = jdbc.queryForObject("select person_id from cases", String.class);

        node.tell("p-1", BankEvents.phones("13912345678"));
        node.awaitConsumers();

        assertThat(caseOf(provisional)).containsEntry("state", "CLOSED");
        assertThat(history(provisional)).containsExactly("OPENED", "MERGED");
        assertThat(caseOf("p-1")).containsEntry("state", "QUEUED").containsEntry("level", "RED");
    }

    @Test
    void knowsThatThePersonIsStillOnThePhone() {
        PersonRef person = PersonRef.ofId("p-1");
        node.followed(call("c-1", person, "call-1", State.ACTIVE, null, NOON));
        node.followed(payment("t-1", person, "5000", "acc-1", NOON.plusMinutes(5)));
        Object during = caseOf("p-1").get("live_call_at");

        node.followed(call("c-2", person, "call-1", State.ENDED, 600, NOON));

        assertThat(during).isEqualTo(Timestamp.from(NOON.toInstant()));
        assertThat(caseOf("p-1").get("live_call_at")).isNull();
    }
}

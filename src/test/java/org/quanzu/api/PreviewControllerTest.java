package org.quanzu.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class PreviewControllerTest {
    private final Calls calls = new Calls();

    private static String payment(String id, String amount) {
        return Calls.PAYMENT
                .replace("{\"eventId\"", "{\"type\":\"transaction\",\"eventId\"")
                .replace("t-1", id)
                .replace("16999.00", amount);
    }

    private MvcTestResult preview(String... events) {
        return calls.post("/assessments/preview", "{\"events\":[" + String.join(",", events) + "]}");
    }

    @Test
    void scoresAHistoryEventByEventAndKeepsNothing() {
        MvcTestResult answer = preview(Calls.CALL, payment("t-1", "5.00"), payment("t-2", "16999.00"));

        assertThat(answer).hasStatusOk();
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.assessments[*].level")
                .asArray()
                .containsExactly("NONE", "NONE", "RED");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.assessments[2].personId")
                .isEqualTo("p-1");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.assessments[2].amountAtRisk")
                .isEqualTo("16999.00");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.assessments[2].reasons[0].events")
                .asArray()
                .containsExactly("t-2");
        assertThat(answer).bodyJson().extractingPath("$.trace[0].rule").isEqualTo("LOAN-001");
        assertThat(answer).bodyJson().extractingPath("$.trace[0].matched").isEqualTo(true);
        assertThat(calls.intake.taken()).isEmpty();
    }

    @Test
    void namesTheConditionThatFailed() {
        MvcTestResult answer = preview(payment("t-1", "5.00"));

        assertThat(answer).bodyJson().extractingPath("$.trace[0].matched").isEqualTo(false);
        assertThat(answer).bodyJson().extractingPath("$.trace[0].failedAt.line").isEqualTo(4);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.trace[0].failedAt.condition")
                .isEqualTo("amount >= 1000");
    }

    @Test
    void namesEveryFaultOfEveryEvent() {
        MvcTestResult answer = preview(payment("", "5"), payment("t-1", "5").replace("\"5\"", "5"), "7");

        Calls.assertProblem(answer, 400, "invalid-body", "/events/0/eventId", "/events/1/amount", "/events/2");
    }

    @Test
    void refusesAHistoryOfTwoPersonsOrWithAnIdUsedTwice() {
        MvcTestResult answer = preview(payment("t-1", "5"), payment("t-1", "6").replace("p-1", "p-2"));

        Calls.assertProblem(answer, 400, "invalid-body", "/events/1/eventId", "/events/1/personId");
    }

    @Test
    void refusesAnEmptyHistory() {
        Calls.assertProblem(calls.post("/assessments/preview", "{}"), 400, "invalid-body", "/events");
        Calls.assertProblem(preview(), 400, "invalid-body", "/events");
    }

    @Test
    void triesOnlyARuleSetThatIsAtHand() {
        String history = "{\"events\":[" + payment("t-1", "5") + "],\"ruleSet\":\"%s\"}";

        assertThat(calls.post("/assessments/preview", history.formatted("v1"))).hasStatusOk();
        Calls.assertProblem(calls.post("/assessments/preview", history.formatted("v0")), 404, "unknown-rule-set");
    }
}

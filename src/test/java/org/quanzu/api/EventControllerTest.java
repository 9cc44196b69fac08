package org.quanzu.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanzu.assessment.ConflictingEvent;
import org.quanzu.assessment.IntakeUnavailable;
import org.quanzu.assessment.UnknownTransaction;
import org.quanzu.event.CallEvent;
import org.quanzu.event.EventKey;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.testkit.InMemoryIntake;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class EventControllerTest {
    private final Calls calls = new Calls();

    @Test
    void answersAnEventWithWhatTheIntakeSays() {
        MvcTestResult answer = calls.post("/transactions", Calls.PAYMENT);

        assertThat(answer).hasStatusOk().hasContentType("application/json");
        assertThat(answer).bodyText().isEqualTo("{\"eventId\":\"t-1\"}");
        assertThat(calls.intake.taken())
                .singleElement()
                .satisfies(event -> assertThat(event.key()).isEqualTo(new EventKey("bank", "t-1")));
    }

    @Test
    void takesACallAtItsAddressOnly() {
        assertThat(calls.post("/calls", Calls.CALL)).hasStatusOk();
        Calls.assertProblem(
                calls.post("/messages", Calls.CALL),
                400,
                "invalid-body",
                "/type",
                "/sender",
                "/channel",
                "/answered",
                "/number",
                "/state");
        assertThat(calls.intake.taken()).singleElement().isInstanceOf(CallEvent.class);
    }

    @Test
    void takesWhatBecameOfATransactionFromItsAddress() {
        String status = """
                {"eventId":"s-1","personId":"p-1","occurredAt":"2026-03-01T14:06:00+08:00","status":"RETURNED"}""";

        MvcTestResult answer = calls.post("/transactions/t-1/status", status);

        assertThat(answer).hasStatusOk();
        assertThat(calls.intake.taken())
                .singleElement()
                .isInstanceOfSatisfying(
                        TransactionStatusEvent.class,
                        event -> assertThat(event.transactionId()).isEqualTo("t-1"));
    }

    @Test
    void answersFromTheLastKnownLevelWhenTheBudgetIsSpent() {
        var answer = calls.intake.waitFor("t-1");

        MvcTestResult degraded = calls.post("/transactions", Calls.PAYMENT);

        assertThat(degraded).hasStatus(202).bodyText().isEqualTo("{\"degraded\":true}");
        assertThat(calls.intake.taken()).hasSize(1);
        assertThat(answer.complete(InMemoryIntake.answer("t-1"))).isTrue();
    }

    @Test
    void saysThatAnIdWasUsedWithOtherContent() {
        calls.intake.failFor("t-1", new ConflictingEvent(new EventKey("bank", "t-1")));

        Calls.assertProblem(calls.post("/transactions", Calls.PAYMENT), 409, "conflicting-event", "/eventId");
    }

    @Test
    void saysThatATransactionIsUnknown() {
        calls.intake.failFor("t-1", new UnknownTransaction("t-0"));

        Calls.assertProblem(calls.post("/transactions", Calls.PAYMENT), 404, "unknown-transaction", "/transactionId");
    }

    @Test
    void asksToComeAgainWhenNothingCanBeKept() {
        calls.intake.failFor("t-1", new IntakeUnavailable("disk full", new IllegalStateException()));

        MvcTestResult answer = calls.post("/transactions", Calls.PAYMENT);

        Calls.assertProblem(answer, 503, "unavailable");
        assertThat(answer).headers().hasValue("Retry-After", "1");
    }

    @Test
    void saysNothingOfAFailureNobodyExpected() {
        calls.intake.failFor("t-1", new IllegalStateException("secret"));

        MvcTestResult answer = calls.post("/transactions", Calls.PAYMENT);

        Calls.assertProblem(answer, 500, "internal");
        assertThat(answer).bodyText().doesNotContain("secret", "Exception");
    }

    @ParameterizedTest
    @CsvSource({"amount, 16999.00", "occurredAt, \"2026-03-01T14:05:00\"", "direction, \"SIDEWAYS\"", "eventId, null"})
    void keepsNothingOfAnEventWithAFault(String field, String json) {
        String spoiled = Calls.PAYMENT.replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":" + json);

        Calls.assertProblem(calls.post("/transactions", spoiled), 400, "invalid-body", "/" + field);
        assertThat(calls.intake.taken()).isEmpty();
    }
}

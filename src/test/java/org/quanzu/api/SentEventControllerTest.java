package org.quanzu.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quanzu.event.EventKey;
import org.quanzu.scoring.Assessment;

class SentEventControllerTest {
    private static final String ID = Assessment.idOf(new EventKey("bank", "t-1"));
    private final Calls calls = new Calls();

    @Test
    void showsWhatWasSent() {
        calls.post("/transactions", Calls.PAYMENT);

        assertThat(calls.get("/events/t-1"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(Calls.PAYMENT
                        .replace("{\"eventId", "{\"type\":\"transaction\",\"eventId")
                        .replace("16999.00", "16999"));
    }

    @Test
    void findsAnEventWhicheverWayAnAccentIsWritten() {
        calls.post("/transactions", Calls.PAYMENT.replace("t-1", "e\u0301-1"));

        assertThat(calls.get("/events/\u00e9-1"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.eventId")
                .isEqualTo("\u00e9-1");
        assertThat(calls.get("/events/e\u0301-1")).hasStatusOk();
    }

    @Test
    void answersAsItDidFirst() {
        calls.post("/transactions", Calls.PAYMENT);

        assertThat(calls.get("/assessments/" + ID)).hasStatusOk().bodyText().isEqualTo("{\"eventId\":\"t-1\"}");
    }

    @Test
    void knowsNothingOfWhatOthersSent() {
        Calls.assertProblem(calls.get("/events/t-1"), 404, "unknown-event");
        Calls.assertProblem(calls.get("/assessments/" + ID), 404, "unknown-assessment");
        Calls.assertProblem(calls.get("/assessments/no-id"), 404, "unknown-assessment");
    }
}

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
        Calls.allow("read", "clear");
        calls.post("/transactions", Calls.PAYMENT);

        assertThat(calls.get("/events/t-1"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(Calls.PAYMENT
                        .replace("{\"eventId", "{\"type\":\"transaction\",\"eventId")
                        .replace("16999.00", "16999"));
    }

    @Test
    void masksNumbersAccountsAndWordsWithoutTheScopeClear() {
        calls.post("/transactions", Calls.PAYMENT.replace("\"status\"", """
                "counterparty":{"account":"6222000011112222","kind":"PERSONAL","name":"Zhang San"},"memo":"for Li",
                "status\""""));
        calls.post("/calls", Calls.CALL.replace("\"type\":\"call\",", ""));

        assertThat(calls.get("/events/t-1"))
                .bodyText()
                .contains("\"personId\":\"p-1\"", "\"account\":\"************2222\"", "\"kind\":\"PERSONAL\"")
                .doesNotContain("Zhang", "for Li");
        assertThat(calls.get("/events/c-1"))
                .bodyText()
                .contains("\"phone\":\"**********0000\"", "\"number\":\"********4567\"");
    }

    @Test
    void recordsThatSomebodyRead() {
        calls.post("/transactions", Calls.PAYMENT);

        calls.get("/events/t-1");
        calls.get("/events/t-1");
        calls.get("/assessments/" + ID);

        assertThat(calls.audit.lines).containsExactly("key:a bank person.read person:p-1");
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

package org.quanzu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.quanzu.testkit.Problems.assertProblem;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.testkit.PatientServer;

class BadJsonIT {
    private static final String PAYMENTS = "/api/v1/transactions";
    private static final AtomicInteger PERSONS = new AtomicInteger();

    @RegisterExtension
    static final PatientServer SERVER = new PatientServer();

    private final String person = "bad-json-" + PERSONS.incrementAndGet();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "7",
                "\"text\"",
                "{\"eventId\":\"e\"",
                "{\"eventId\":\"e\",}",
                "{\"eventId\":\"e\"}{}",
                "{eventId:1}",
                "{'eventId':1}",
                "{\"amount\":NaN}",
                "{\"amount\":-Infinity}",
                "{\"amount\":+1}",
                "{\"amount\":01}",
                "{\"eventId\":\"e\",\"eventId\":\"f\"}",
                "{\"eventId\":\"\\x\"}",
                "/* */{}",
                "\uFEFF{}"
            })
    void refusesWhatIsNoJson(String body) {
        assertProblem(SERVER.post(PAYMENTS, body), 400);
    }

    @ParameterizedTest
    @CsvSource({"[,]", "{\"a\":,}", "{\"counterparty\":,}"})
    void refusesDeepNesting(String open, String close) {
        String deep = open.repeat(3000) + "1" + close.repeat(3000);

        assertProblem(SERVER.post(PAYMENTS, deep), 400);
        assertProblem(SERVER.post("/api/v1/assessments/preview", "{\"events\":[" + deep + "]}"), 400);
    }

    @Test
    void refusesBytesThatAreNoText() {
        byte[] body = BadBodies.payment("t", "10", '"' + person + '"').getBytes(UTF_8);
        body[15] = (byte) 0xC3;
        body[16] = (byte) 0x28;

        assertProblem(
                SERVER.send(SERVER.request(PAYMENTS, PatientServer.JSON).POST(BodyPublishers.ofByteArray(body))), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-ndjson", "application/json;charset=UTF-16"})
    void refusesAnotherMediaType(String type) {
        assertProblem(
                SERVER.send(SERVER.request(PAYMENTS, type)
                        .POST(BodyPublishers.ofString(BadBodies.payment("t", "10", person)))),
                415);
        SERVER.assertUnknown(person);
    }

    @Test
    void refusesABodyWithoutMediaTypeOrWithACoding() {
        BodyPublisher body = BodyPublishers.ofString(BadBodies.payment("t", "10", person));

        assertProblem(SERVER.send(SERVER.request(PAYMENTS).POST(body)), 415);
        assertProblem(
                SERVER.send(SERVER.request(PAYMENTS, PatientServer.JSON)
                        .header("Content-Encoding", "gzip")
                        .POST(body)),
                415);
        SERVER.assertUnknown(person);
    }
}

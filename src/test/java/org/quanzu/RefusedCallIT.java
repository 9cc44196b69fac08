package org.quanzu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.Problems.assertProblem;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanzu.testkit.PatientServer;

class RefusedCallIT {
    private static final String PAYMENTS = "/api/v1/transactions";
    private static final AtomicInteger PERSONS = new AtomicInteger();

    @RegisterExtension
    static final PatientServer SERVER = new PatientServer();

    private final String person = "refused-call-" + PERSONS.incrementAndGet();

    @Test
    void refusesACallerWithoutAKnownKey() {
        BodyPublisher body = BodyPublishers.ofString(BadBodies.payment("t", "10", person));
        HttpRequest.Builder noKey = SERVER.requestWithoutKey(PAYMENTS).header("Content-Type", PatientServer.JSON);

        assertProblem(SERVER.send(noKey.copy().POST(body)), 401);
        for (String header : List.of("Bearer", "Bearer ", "Bearer qz_unknown", "Basic YTpi", "x".repeat(5000))) {
            assertProblem(
                    SERVER.send(noKey.copy().header("Authorization", header).POST(body)), 401);
        }
        SERVER.assertUnknown(person);
    }

    @Test
    void refusesACallerWithoutTheScope() throws Exception {
        String reader = Command.run("key", "create", "--name=reader", "--scopes=read", "--quanzu.data=" + SERVER.data())
                .out()
                .strip();

        HttpResponse<String> answer = SERVER.send(SERVER.requestWithoutKey(PAYMENTS)
                .header("Authorization", "Bearer " + reader)
                .header("Content-Type", PatientServer.JSON)
                .POST(BodyPublishers.ofString(BadBodies.payment("t", "10", person))));

        assertProblem(answer, 403);
        assertThat(answer.body()).contains("lacks the scope score");
        SERVER.assertUnknown(person);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nothing, 404",
        "POST, /api/v1/transactions/, 404",
        "GET, /api/v1/persons/%00, 400",
        "GET, /api/v1/persons/a%2Fb, 404",
        "GET, /api/v1/persons/a;b=c, 400",
        "GET, /api/v1/persons/%ff, 400",
        "GET, /api/v1/transactions, 405",
        "DELETE, /api/v1/transactions, 405",
        "DELETE, /api/v1/persons/p, 405",
        "PUT, /api/v1/events, 405"
    })
    void refusesAnUnknownAddressOrMethod(String method, String path, int status) {
        assertProblem(
                SERVER.send(SERVER.request(path, PatientServer.JSON).method(method, BodyPublishers.ofString("{}"))),
                status);
    }

    @Test
    void refusesTheSameIdWithOtherContent() {
        String first = BadBodies.payment("twice", "10.00", person);

        assertThat(SERVER.post(PAYMENTS, first).statusCode()).isEqualTo(200);

        HttpResponse<String> other = SERVER.post(PAYMENTS, BadBodies.payment("twice", "10.01", person));
        assertProblem(other, 409);
        assertThat(PatientServer.pointers(other)).containsExactly("/eventId");
        assertThat(SERVER.post(PAYMENTS, first).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesTheStatusOfAnUnknownPayment() {
        String status = "{\"eventId\":\"s\",\"personId\":\"" + person
                + "\",\"occurredAt\":\"2026-03-01T14:05:00+08:00\",\"status\":\"FAILED\"}";

        HttpResponse<String> answer = SERVER.post("/api/v1/transactions/no-such/status", status);

        assertProblem(answer, 404);
        assertThat(PatientServer.pointers(answer)).containsExactly("/transactionId");
        SERVER.assertUnknown(person);
    }
}

package org.quanzu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.Problems.assertProblem;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.quanzu.testkit.PatientServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BadBatchIT {
    private static final String NDJSON = "application/x-ndjson";
    private static final String PAYMENTS = "/api/v1/transactions";
    private static final AtomicInteger PERSONS = new AtomicInteger();

    @RegisterExtension
    static final PatientServer SERVER = new PatientServer();

    private final String person = "bad-batch-" + PERSONS.incrementAndGet();

    @Test
    void refusesABodyThatIsTooLarge() {
        byte[] large = ("{\"eventId\":\"" + "x".repeat(70_000) + "\"}").getBytes(UTF_8);
        byte[] batch = "x".repeat(PatientServer.BATCH_BYTES + 1).getBytes(UTF_8);

        assertProblem(
                SERVER.send(SERVER.request(PAYMENTS, PatientServer.JSON).POST(BodyPublishers.ofByteArray(large))), 413);
        assertProblem(SERVER.send(SERVER.request(PAYMENTS, PatientServer.JSON).POST(chunked(large))), 413);
        assertProblem(
                SERVER.send(SERVER.request("/api/v1/events", NDJSON).POST(BodyPublishers.ofByteArray(batch))), 413);
    }

    @Test
    void endsABatchOfUnknownLengthWhereItIsTooLarge() {
        String good = "{\"type\":\"transaction\","
                + BadBodies.payment("long-1", "10", person).substring(1);
        byte[] batch = (good + "\n" + "\n".repeat(PatientServer.BATCH_BYTES)).getBytes(UTF_8);

        HttpResponse<String> answer =
                SERVER.send(SERVER.request("/api/v1/events", NDJSON).POST(chunked(batch)));

        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(2).first().asString().contains("assessmentId");
        assertProblem(lines.get(1), 413);
        assertThat(lines.get(1)).contains("in another batch");
    }

    @Test
    void spoilsOnlyTheBadLinesOfABatch() {
        String good = "{\"type\":\"transaction\","
                + BadBodies.payment("b-1", "10", person + "-good").substring(1);
        String lines = String.join(
                "\n",
                good,
                "{broken",
                good.replace("b-1", "b-2").replace("-good", "-bad").replace("\"10\"", "-10"),
                "{\"type\":\"" + "x".repeat(70_000) + "\"}",
                good.replace("b-1", "b-3").replace("\"transaction\"", "\"elopement\""),
                good.replace("\"10\"", "\"11\""),
                good.replace("b-1", "b-4"));

        HttpResponse<String> answer =
                SERVER.send(SERVER.request("/api/v1/events", NDJSON).POST(BodyPublishers.ofString(lines)));

        assertThat(answer.statusCode()).isEqualTo(200);
        List<JsonNode> results =
                answer.body().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(results)
                .extracting(line -> line.path("status").asInt(200))
                .containsExactly(200, 400, 400, 413, 400, 409, 200);
        assertThat(results.get(2).path("errors").path(0).path("pointer").asString())
                .isEqualTo("/amount");
        assertThat(results.get(2).path("line").asInt()).isEqualTo(3);
        assertThat(SERVER.get("/api/v1/persons/" + person + "-good").statusCode())
                .isEqualTo(200);
        assertThat(SERVER.get("/api/v1/persons/" + person + "-bad").statusCode())
                .isEqualTo(404);
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }
}

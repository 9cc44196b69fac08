package org.quanzu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.BadBodies.Bad;
import org.quanzu.testkit.ServerProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BadInputIT {
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final String PAYMENTS = "/api/v1/transactions";
    private static final int BATCH_BYTES = 200_000;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final AtomicInteger PERSONS = new AtomicInteger();

    @TempDir
    static Path folder;

    private static ServerProcess server;

    private final String person = "bad-" + PERSONS.incrementAndGet();

    @BeforeAll
    static void start() {
        server = ServerProcess.start(
                folder.resolve("data"),
                "--quanzu.database.programs=target/postgresql",
                "--quanzu.limits.batch-bytes=" + BATCH_BYTES);
    }

    @AfterAll
    static void staysCalm() throws IOException {
        server.close();
        assertThat(Files.readString(folder.resolve("server.log"))).doesNotContain(" ERROR ", "Exception");
    }

    static Iterable<Bad> badBodies() {
        return BadBodies.all()::iterator;
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void namesTheFieldAndStoresNothing(Bad bad) {
        HttpResponse<String> answer = post(bad.path(), bad.body().replace("PERSON", person));

        assertProblem(answer, 400);
        assertThat(pointers(answer)).anyMatch(pointer -> (pointer + "/").startsWith(bad.pointer() + "/"));
        assertNobodyIsKnown();
    }

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
        assertProblem(post(PAYMENTS, body), 400);
    }

    @ParameterizedTest
    @CsvSource({"[,]", "{\"a\":,}", "{\"counterparty\":,}"})
    void refusesDeepNesting(String open, String close) {
        String deep = open.repeat(3000) + "1" + close.repeat(3000);

        assertProblem(post(PAYMENTS, deep), 400);
        assertProblem(post("/api/v1/assessments/preview", "{\"events\":[" + deep + "]}"), 400);
    }

    @Test
    void refusesBytesThatAreNoText() {
        byte[] body = payment("t", "10", '"' + person + '"').getBytes(UTF_8);
        body[15] = (byte) 0xC3;
        body[16] = (byte) 0x28;

        assertProblem(send(request(PAYMENTS, JSON).POST(BodyPublishers.ofByteArray(body))), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-ndjson", "application/json;charset=UTF-16"})
    void refusesAnotherMediaType(String type) {
        assertProblem(send(request(PAYMENTS, type).POST(BodyPublishers.ofString(payment("t", "10", person)))), 415);
        assertNobodyIsKnown();
    }

    @Test
    void refusesABodyWithoutMediaTypeOrWithACoding() {
        BodyPublisher body = BodyPublishers.ofString(payment("t", "10", person));

        assertProblem(send(request(PAYMENTS).POST(body)), 415);
        assertProblem(
                send(request(PAYMENTS, JSON).header("Content-Encoding", "gzip").POST(body)), 415);
        assertNobodyIsKnown();
    }

    @Test
    void refusesACallerWithoutAKnownKey() {
        BodyPublisher body = BodyPublishers.ofString(payment("t", "10", person));
        HttpRequest.Builder noKey = HttpRequest.newBuilder(uri(PAYMENTS)).header("Content-Type", JSON);

        assertProblem(send(noKey.copy().POST(body)), 401);
        for (String header : List.of("Bearer", "Bearer ", "Bearer qz_unknown", "Basic YTpi", "x".repeat(5000))) {
            assertProblem(send(noKey.copy().header("Authorization", header).POST(body)), 401);
        }
        assertNobodyIsKnown();
    }

    @Test
    void refusesACallerWithoutTheScope() throws Exception {
        String reader = Command.run("key", "create", "--name=reader", "--scopes=read", "--quanzu.data=" + data())
                .out()
                .strip();

        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(PAYMENTS))
                .header("Authorization", "Bearer " + reader)
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofString(payment("t", "10", person))));

        assertProblem(answer, 403);
        assertThat(answer.body()).contains("lacks the scope score");
        assertNobodyIsKnown();
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        byte[] large = ("{\"eventId\":\"" + "x".repeat(70_000) + "\"}").getBytes(UTF_8);
        byte[] batch = "x".repeat(BATCH_BYTES + 1).getBytes(UTF_8);

        assertProblem(send(request(PAYMENTS, JSON).POST(BodyPublishers.ofByteArray(large))), 413);
        assertProblem(send(request(PAYMENTS, JSON).POST(chunked(large))), 413);
        assertProblem(send(request("/api/v1/events", NDJSON).POST(BodyPublishers.ofByteArray(batch))), 413);
        assertThat(send(request("/api/v1/events", NDJSON).POST(chunked(batch))).body())
                .contains("\"status\":413");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nothing, 404",
        "POST, /api/v1/transactions/, 404",
        "GET, /api/v1/persons/%00, 400",
        "GET, /api/v1/persons/a%2Fb, 400",
        "GET, /api/v1/persons/a;b=c, 400",
        "GET, /api/v1/persons/%ff, 400",
        "GET, /api/v1/transactions, 405",
        "DELETE, /api/v1/transactions, 405",
        "PATCH, /api/v1/persons/p, 405",
        "PUT, /api/v1/events, 405"
    })
    void refusesAnUnknownAddressOrMethod(String method, String path, int status) {
        assertProblem(send(request(path, JSON).method(method, BodyPublishers.ofString("{}"))), status);
    }

    @Test
    void refusesTheSameIdWithOtherContent() {
        String first = payment("twice", "10.00", person);

        assertThat(post(PAYMENTS, first).statusCode()).isEqualTo(200);

        HttpResponse<String> other = post(PAYMENTS, payment("twice", "10.01", person));
        assertProblem(other, 409);
        assertThat(pointers(other)).containsExactly("/eventId");
        assertThat(post(PAYMENTS, first).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesTheStatusOfAnUnknownPayment() {
        String status = "{\"eventId\":\"s\",\"personId\":\"" + person
                + "\",\"occurredAt\":\"2026-03-01T14:05:00+08:00\",\"status\":\"FAILED\"}";

        HttpResponse<String> answer = post("/api/v1/transactions/no-such/status", status);

        assertProblem(answer, 404);
        assertThat(pointers(answer)).containsExactly("/transactionId");
        assertNobodyIsKnown();
    }

    @Test
    void spoilsOnlyTheBadLinesOfABatch() {
        String good = "{\"type\":\"transaction\","
                + payment("b-1", "10", person + "-good").substring(1);
        String lines = String.join(
                "\n",
                good,
                "{broken",
                good.replace("b-1", "b-2").replace("-good", "-bad").replace("\"10\"", "-10"),
                "{\"type\":\"" + "x".repeat(70_000) + "\"}",
                good.replace("b-1", "b-3").replace("\"transaction\"", "\"elopement\""),
                good.replace("\"10\"", "\"11\""),
                good.replace("b-1", "b-4"));

        HttpResponse<String> answer = send(request("/api/v1/events", NDJSON).POST(BodyPublishers.ofString(lines)));

        assertThat(answer.statusCode()).isEqualTo(200);
        List<JsonNode> results =
                answer.body().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(results)
                .extracting(line -> line.path("status").asInt(200))
                .containsExactly(200, 400, 400, 413, 400, 409, 200);
        assertThat(results.get(2).path("errors").path(0).path("pointer").asString())
                .isEqualTo("/amount");
        assertThat(results.get(2).path("line").asInt()).isEqualTo(3);
        assertThat(get("/api/v1/persons/" + person + "-good").statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/persons/" + person + "-bad").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/events",
                "{\"events\":[]}|/events",
                "{\"events\":5}|/events",
                "{\"events\":[5]}|/events/0",
                "{\"events\":[{}]}|/events/0/type",
                "{\"events\":[EVENT,EVENT]}|/events/1/eventId",
                "{\"events\":[EVENT],\"ruleSet\":5}|/ruleSet",
                "{\"events\":[EVENT],\"rules\":\"\"}|/rules"
            })
    void namesTheFieldOfABadPreview(String body, String pointer) {
        String event = "{\"type\":\"transaction\"," + payment("t", "10", person).substring(1);

        HttpResponse<String> answer = post("/api/v1/assessments/preview", body.replace("EVENT", event));

        assertProblem(answer, 400);
        assertThat(pointers(answer)).contains(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"phones\":\"1\"}|/phones",
                "{\"phones\":[1]}|/phones/0",
                "{\"phones\":[\"\\u0000\"]}|/phones",
                "{\"ownAccounts\":[\"\\ud800\"]}|/ownAccounts",
                "{\"household\":[\"PERSON\"]}|/household",
                "{\"birthYear\":1492}|/birthYear",
                "{\"birthYear\":\"1980\"}|/birthYear",
                "{\"sex\":\"YES\"}|/sex",
                "{\"town\":\"\\u0000\"}|/town",
                "{\"town\":7}|/town",
                "{\"antiFraudApp\":\"yes\"}|/antiFraudApp",
                "{\"nickname\":\"x\"}|/nickname"
            })
    void namesTheFieldOfABadPerson(String body, String pointer) {
        HttpResponse<String> answer = send(request("/api/v1/persons/" + person, JSON)
                .PUT(BodyPublishers.ofString(body.replace("PERSON", person))));

        assertProblem(answer, 400);
        assertThat(pointers(answer)).containsExactly(pointer);
        assertNobodyIsKnown();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"finding\":\"MAYBE\"|/finding",
                "\"feedbackId\":\"\"|/feedbackId",
                "\"feedbackId\":\"\\u0000\"|/feedbackId",
                "\"eventIds\":[]|/eventIds",
                "\"eventIds\":[\"\\u0000\"]|/eventIds",
                "\"lostAmount\":\"-1\"|/lostAmount",
                "\"lostAmount\":\"9999999999999999999999\"|/lostAmount",
                "\"preventedAmount\":\"NaN\"|/preventedAmount",
                "\"family\":\"ordinary\"|/family",
                "\"note\":\"\\u0000\"|/note"
            })
    void namesTheFieldOfABadFeedback(String field, String pointer) {
        assertThat(post(PAYMENTS, payment("f-" + person, "10", person)).statusCode())
                .isEqualTo(200);
        String name = field.substring(0, field.indexOf(':'));
        StringBuilder body = new StringBuilder("{" + field);
        for (String valid : List.of("\"feedbackId\":\"f\"", "\"finding\":\"UNCLEAR\"", "\"eventIds\":[\"e\"]")) {
            body.append(valid.startsWith(name + ":") ? "" : "," + valid);
        }

        HttpResponse<String> answer = post("/api/v1/persons/" + person + "/feedback", body + "}");

        assertProblem(answer, 400);
        assertThat(pointers(answer)).containsExactly(pointer);
    }

    private static String payment(String eventId, String amount, String person) {
        return "{\"eventId\":\"" + eventId + "\",\"personId\":\"" + person
                + "\",\"occurredAt\":\"2026-03-01T14:05:00+08:00\",\"direction\":\"OUT\",\"amount\":\"" + amount
                + "\",\"currency\":\"CNY\",\"status\":\"COMPLETED\"}";
    }

    private static Path data() {
        return folder.resolve("data");
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + ServerProcess.KEY);
    }

    private static HttpRequest.Builder request(String path, String type) {
        return request(path).header("Content-Type", type);
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private static HttpResponse<String> post(String path, String body) {
        return send(request(path, JSON).POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> get(String path) {
        return send(request(path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(JsonMapper.shared().readTree(answer.body()).path("status").asInt())
                .isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Exception", "org.quanzu", "\\tat ");
    }

    private static List<String> pointers(HttpResponse<String> answer) {
        JsonNode errors = JsonMapper.shared().readTree(answer.body()).path("errors");
        return StreamSupport.stream(errors.spliterator(), false)
                .map(error -> error.path("pointer").asString())
                .toList();
    }

    private void assertNobodyIsKnown() {
        assertThat(get("/api/v1/persons/" + person).statusCode()).isEqualTo(404);
    }
}

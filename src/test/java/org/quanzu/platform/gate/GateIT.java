package org.quanzu.platform.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.platform.RunningQuanzu;
import org.quanzu.platform.access.ApiKeys;
import org.quanzu.platform.access.Scope;
import org.quanzu.platform.access.Secret;
import org.quanzu.testkit.Problems;
import tools.jackson.databind.json.JsonMapper;

class GateIT {
    private static final String READER = Secret.apiKey();

    @TempDir
    private static Path data;

    private static RunningQuanzu quanzu;

    @BeforeAll
    static void start() {
        quanzu = RunningQuanzu.on(data, "--quanzu.api-key=" + RunningQuanzu.KEY);
        quanzu.context().getBean(ApiKeys.class).add(READER, "reader", "reader", Set.of(Scope.READ));
    }

    @AfterAll
    static void stop() {
        quanzu.close();
    }

    @Test
    void asksForAKey() {
        var answer = quanzu.send(quanzu.request("/api/v1/calls")
                .POST(BodyPublishers.ofString("{}"))
                .build());

        assertProblem(answer, 401, "No API key was given\\nMaybe send it");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"quanzu\"");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void refusesAnUnknownKey() {
        var answer = post("/api/v1/calls", "qz_unknown", BodyPublishers.ofString("{}"));

        assertProblem(answer, 401, "not known, or was revoked");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("invalid_token");
    }

    @Test
    void namesTheMissingScope() {
        var answer = post("/api/v1/calls", READER, BodyPublishers.ofString("{}"));

        assertProblem(answer, 403, "lacks the scope score\\nMaybe create one with");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("insufficient_scope", "scope=\"score\"");
    }

    @Test
    void refusesARevokedKeyWithinTenSeconds() {
        var key = Secret.apiKey();
        var keys = quanzu.context().getBean(ApiKeys.class);
        keys.add(key, "leaver", "leaver", Set.of(Scope.READ));
        Awaitility.await().until(() -> get("/actuator/prometheus", key).statusCode() == 200);

        keys.revoke("leaver");

        Awaitility.await().until(() -> get("/actuator/prometheus", key).statusCode() == 401);
    }

    @Test
    void knowsNoOtherCalls() {
        assertProblem(get("/api/v1/secrets", READER), 404, "There is no GET /api/v1/secrets");
        var wrongMethod = get("/api/v1/transactions", READER);

        assertProblem(wrongMethod, 405, "Maybe use POST");
        assertThat(wrongMethod.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void leavesHealthAndDocumentationOpen() {
        assertThat(quanzu.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(quanzu.get("/api/v1/openapi.json").body()).contains("\"openapi\":\"3.1");
        assertThat(quanzu.get("/api/v1/swagger-ui/index.html").statusCode()).isEqualTo(200);
        assertThat(quanzu.get("/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(quanzu.get("/actuator/env").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsReadersAloneWhyHealthIsAsItIs() {
        assertThat(quanzu.get("/actuator/health").body())
                .contains("\"background\":{\"status\":\"UP\"}")
                .doesNotContain("\"details\":");
        assertThat(quanzu.get("/actuator/health/details").statusCode()).isEqualTo(401);
        assertThat(get("/actuator/health/details", READER).body())
                .contains("\"rules-watch\":\"worked ", "\"desk-watch\"", "\"retention\"", "\"folder\":\"serves\"");
        assertThat(get("/actuator/prometheus", READER).body())
                .contains("quanzu_background_idle_seconds{task=\"outreach\"");
    }

    @Test
    void refusesAFormOfAnswerThatIsNotOnOffer() {
        for (var form : List.of("application/pdf", "nonsense")) {
            var answer = quanzu.send(quanzu.request("/actuator/prometheus")
                    .header("Authorization", "Bearer " + READER)
                    .header("Accept", form)
                    .build());

            assertProblem(answer, 406, "Maybe leave it out");
        }
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        var answer = post("/api/v1/calls", RunningQuanzu.KEY, BodyPublishers.ofByteArray(new byte[1_000_001]));

        assertProblem(answer, 413, "larger than 1000000 bytes\\nMaybe send fewer");
    }

    @Test
    void letsAChunkedBodyThrough() {
        var body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)));

        var answer = post("/api/v1/calls", RunningQuanzu.KEY, body);

        assertThat(answer.statusCode()).isNotEqualTo(413).isLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+//+IHBlcnNvbiAx", "t/1;2%3", "a\\b", "a?b#c", "案件 7", "%2F", "..;/x", "a//b", "*"})
    void reachesWhateverAnIdIsMadeOf(String id) {
        var address = URLEncoder.encode(id, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        var json = JsonMapper.shared().writeValueAsString(id);
        var paid = post("/api/v1/transactions", RunningQuanzu.KEY, BodyPublishers.ofString("""
                {"eventId":%s,"personId":%s,"occurredAt":"2026-03-01T14:05:00+08:00","direction":"OUT",
                 "amount":"100","status":"ATTEMPTED"}""".formatted(json, json)));
        assertThat(paid.statusCode()).as(paid.body()).isEqualTo(200);

        var person = get("/api/v1/persons/" + address, RunningQuanzu.KEY);
        var became = post(
                "/api/v1/transactions/" + address + "/status", RunningQuanzu.KEY, BodyPublishers.ofString("""
                {"eventId":%s,"personId":%s,"occurredAt":"2026-03-01T14:06:00+08:00","status":"COMPLETED"}""".formatted(
                                JsonMapper.shared().writeValueAsString(id + "s"), json)));

        assertThat(person.statusCode()).as(person.body()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(person.body()).path("personId").asString())
                .isEqualTo(id);
        assertThat(became.statusCode()).as(became.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/persons//p-1",
                "/api/v1/persons/a;b=c",
                "/api/v1/persons/%2e%2e/rule-sets",
                "/api/v1/persons/../rule-sets",
                "/console/cases/a%2Fb",
                "/console/cases/a%5Cb",
                "/actuator%2Fhealth"
            })
    void refusesAddressesThatMeanTwoThings(String address) {
        assertThat(get(address, READER).statusCode()).isIn(400, 404);
    }

    private static HttpResponse<String> post(String path, String key, BodyPublisher body) {
        return quanzu.send(quanzu.request(path)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(body)
                .build());
    }

    private static HttpResponse<String> get(String path, String key) {
        return quanzu.send(
                quanzu.request(path).header("Authorization", "Bearer " + key).build());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String detail) {
        Problems.assertProblem(answer, status);
        assertThat(answer.body()).contains(detail);
    }
}

package org.quanzu.platform.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.audit.AuditTrail;
import org.quanzu.audit.Entry;
import org.quanzu.platform.RunningQuanzu;
import org.quanzu.platform.access.ApiKeys;
import org.quanzu.platform.access.Scope;
import org.quanzu.platform.access.Secret;
import org.quanzu.testkit.AuditEntries;
import org.quanzu.testkit.Problems;
import tools.jackson.databind.json.JsonMapper;

class SourcesOfOnePersonIT {
    private static final String BANK = Secret.apiKey();
    private static final String TELECOM = Secret.apiKey();
    private static final String OUTSIDER = Secret.apiKey();
    private static final String CENTRE = Secret.apiKey();
    private static final OffsetDateTime NOW =
            OffsetDateTime.now(ZoneOffset.ofHours(8)).truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    private static Path data;

    private static RunningQuanzu quanzu;

    @BeforeAll
    static void start() {
        quanzu = RunningQuanzu.on(data, "--quanzu.api-key=" + RunningQuanzu.KEY);
        ApiKeys keys = quanzu.context().getBean(ApiKeys.class);
        keys.add(BANK, "bank", "bank", Set.of(Scope.SCORE, Scope.INGEST, Scope.READ, Scope.CLEAR));
        keys.add(TELECOM, "telecom", "telecom", Set.of(Scope.SCORE, Scope.INGEST, Scope.READ, Scope.CLEAR));
        keys.add(OUTSIDER, "outsider", "outsider", Set.of(Scope.READ));
        keys.add(CENTRE, "centre", "centre", Set.of(Scope.INGEST, Scope.READ, Scope.ALL_SOURCES, Scope.CLEAR));
    }

    @AfterAll
    static void stop() {
        quanzu.close();
    }

    @Test
    void holdsAScamPaymentOfAPersonWhomTwoSourcesToldOf() {
        assertOk(send("PUT", "/persons/p-1", TELECOM, "{\"phones\":[\"13800000001\"]}"));
        assertOk(send("PUT", "/persons/p-1", BANK, "{\"ownAccounts\":[\"6217000000000000009\"]}"));

        assertOk(send("POST", "/calls", TELECOM, call("c-1", "13800000001")));
        HttpResponse<String> own =
                send("POST", "/transactions", BANK, payment("t-1", "p-1", "6217 0000 0000 0000 009"));
        HttpResponse<String> scam = send("POST", "/transactions", BANK, payment("t-2", "p-1", "6222000011112222"));

        assertThat(own.body()).contains("\"implicated\":false").doesNotContain("HOLD");
        assertThat(scam.body())
                .contains("\"personId\":\"p-1\"", "\"level\":\"RED\"", "\"decision\":\"HOLD\"", "\"c-1\"");
        assertThat(send("GET", "/persons/p-1", CENTRE, null).body())
                .contains("\"phones\":[\"13800000001\"]", "\"ownAccounts\":[\"6217000000000000009\"]");
        String address = "/cases/"
                + JsonMapper.shared().readTree(scam.body()).path("caseId").asString();
        Awaitility.await().until(() -> send("GET", address, BANK, null).statusCode() == 200);
        assertThat(send("GET", address, CENTRE, null).body())
                .contains("\"plan\":[{\"action\":\"", "\"state\":\"OPEN\"");
        Problems.assertProblem(send("GET", address, OUTSIDER, null), 404);
        assertThat(AuditEntries.about(quanzu.context().getBean(AuditTrail.class), "person:p-1"))
                .extracting(Entry::who, Entry::what)
                .contains(tuple("key:bank", "person.read"), tuple("key:centre", "person.read"))
                .doesNotContain(tuple("key:outsider", "person.read"));
    }

    @Test
    void mergesTwoPersonsOfOneHumanAndSeparatesThem() {
        assertOk(send("PUT", "/persons/b-1", BANK, "{}"));
        assertOk(send("PUT", "/persons/m-1", TELECOM, "{\"phones\":[\"13800000002\"]}"));
        assertOk(send("POST", "/calls", TELECOM, call("c-2", "13800000002")));

        HttpResponse<String> merged =
                send("POST", "/persons/b-1/merge", CENTRE, "{\"personId\":\"m-1\",\"reason\":\"same card\"}");

        assertOk(merged);
        HttpResponse<String> scam = send("POST", "/transactions", BANK, payment("t-3", "b-1", "6222000011113333"));
        assertThat(scam.body()).contains("\"decision\":\"HOLD\"", "\"c-2\"");
        assertOk(send("POST", "/persons/b-1/separate", CENTRE, "{\"personId\":\"m-1\"}"));
        assertThat(send("POST", "/transactions", BANK, payment("t-4", "b-1", "6222000011114444"))
                        .body())
                .contains("\"level\":\"NONE\"");
        assertThat(send("GET", "/persons/m-1", TELECOM, null).body()).contains("\"recentEvents\":{\"call\":1}");
        Problems.assertProblem(send("POST", "/persons/b-1/merge", CENTRE, "{\"personId\":\"nobody\"}"), 404);
    }

    @Test
    void changesOnlyWhatTheCallerKnows() {
        HttpResponse<String> first = send("PUT", "/persons/e-1", BANK, "{\"town\":\"Kunshan\",\"birthYear\":1960}");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> patched =
                send("PATCH", "/persons/e-1", BANK, "{\"town\":null,\"sex\":\"FEMALE\"}", "If-Match", tag);
        HttpResponse<String> stale = send("PUT", "/persons/e-1", BANK, "{}", "If-Match", tag);

        assertOk(patched);
        assertThat(patched.body())
                .contains("\"birthYear\":1960", "\"sex\":\"FEMALE\"")
                .doesNotContain("Kunshan");
        assertThat(patched.headers().firstValue("ETag")).isPresent().get().isNotEqualTo(tag);
        Problems.assertProblem(stale, 412);
        assertThat(send("GET", "/persons/e-1", BANK, null).headers().firstValue("ETag"))
                .isEqualTo(patched.headers().firstValue("ETag"));
    }

    private static String call(String eventId, String phone) {
        return """
                {"eventId":"%s","phone":"%s","occurredAt":"%s","direction":"IN","number":"+85251234567",
                 "answered":true,"state":"ACTIVE"}""".formatted(eventId, phone, NOW.minusMinutes(20));
    }

    private static String payment(String eventId, String personId, String account) {
        return """
                {"eventId":"%s","personId":"%s","occurredAt":"%s","direction":"OUT","amount":"8600.00","currency":"CNY",
                 "counterparty":{"account":"%s","kind":"PERSONAL"},"status":"ATTEMPTED"}""".formatted(eventId, personId, NOW, account);
    }

    private static void assertOk(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static HttpResponse<String> send(String method, String path, String key, String body, String... headers) {
        var request = quanzu.request("/api/v1" + path).header("Authorization", "Bearer " + key);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return quanzu.send(
                body == null
                        ? request.GET().build()
                        : request.header(
                                        "Content-Type",
                                        method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                                .method(method, BodyPublishers.ofString(body))
                                .build());
    }
}

package org.quanzu.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.quanzu.api.metrics.EventMetrics;
import org.quanzu.api.person.ReadingLog;
import org.quanzu.eventjson.EventReader;
import org.quanzu.testkit.FixedRuleSets;
import org.quanzu.testkit.InMemoryBankView;
import org.quanzu.testkit.InMemoryCallerPersons;
import org.quanzu.testkit.InMemoryIntake;
import org.quanzu.testkit.InMemoryPersons;
import org.quanzu.testkit.Problems;
import org.quanzu.testkit.RecordedAudit;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The API on doubles, called as the client "bank" at a fixed time. */
final class Calls {
    static final String PAYMENT = """
            {"eventId":"t-1","personId":"p-1","occurredAt":"2026-03-01T14:05:00+08:00","direction":"OUT",
             "amount":"16999.00","currency":"CNY","status":"ATTEMPTED"}""";
    static final String CALL = """
            {"type":"call","eventId":"c-1","phone":"+8613800000000","occurredAt":"2026-03-01T14:00:00+08:00",
             "direction":"IN","number":"+85251234567","answered":true,"state":"ACTIVE"}""";
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T00:00:00Z"), ZoneOffset.UTC);

    final InMemoryIntake intake = new InMemoryIntake();
    final InMemoryCallerPersons caller = new InMemoryCallerPersons();
    final InMemoryPersons persons = caller.persons;
    final RecordedAudit audit = new RecordedAudit();
    private final ReadingLog readings = new ReadingLog(audit, CLOCK);
    final InMemoryBankView view = new InMemoryBankView();
    final MeterRegistry meters = new SimpleMeterRegistry();
    private final MockMvcTester mvc;

    Calls() {
        EventReader reader = new EventReader(CLOCK);
        EventMetrics metrics = new EventMetrics(meters, CLOCK, ApiDescription.fields());
        FixedRuleSets ruleSets = new FixedRuleSets();
        mvc = MockMvcTester.create(MockMvcBuilders.standaloneSetup(
                        new EventController(reader, new Answers(intake, metrics, 50)),
                        new BatchController(reader, intake, metrics),
                        new PreviewController(reader, ruleSets, ruleSets, org.quanzu.fact.Attributes.HOME),
                        new PersonController(caller, ruleSets, CLOCK),
                        new SentEventController(intake, readings),
                        new AfterwardsController(view, caller),
                        new RuleSetController(ruleSets, "node-1"))
                .setHandlerExceptionResolvers(new ProblemResolver(metrics))
                .build());
        allow("score");
    }

    /** From now on the caller may do this, too. */
    static void allow(String... scopes) {
        ApiClient bank = new ApiClient("a bank", "bank", Set.of(scopes));
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(bank, ""));
    }

    MvcTestResult post(String path, String json) {
        return send(HttpMethod.POST, path, "application/json", json.getBytes(UTF_8));
    }

    MvcTestResult send(HttpMethod method, String path, String type, byte[] body) {
        var request = mvc.method(method).uri("/api/v1" + path).content(body);
        return (type == null ? request : request.header("Content-Type", type)).exchange();
    }

    MvcTestResult send(HttpMethod method, String path, String ifMatch, String json) {
        return mvc.method(method)
                .uri("/api/v1" + path)
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .content(json)
                .exchange();
    }

    MvcTestResult get(String path) {
        return mvc.get().uri("/api/v1" + path).exchange();
    }

    static void assertProblem(MvcTestResult result, int status, String type, String... pointers) {
        assertThat(result).hasStatus(status).hasContentType("application/problem+json");
        assertThat(result).bodyJson().extractingPath("$.type").isEqualTo("urn:quanzu:problem:" + type);
        assertThat(result).bodyText().satisfies(json -> Problems.assertProblem(json, status));
        assertThat(result).bodyJson().extractingPath("$.instance").asString().startsWith("/api/v1");
        if (pointers.length > 0) {
            assertThat(result)
                    .bodyJson()
                    .extractingPath("$.errors[*].pointer")
                    .asArray()
                    .containsExactly((Object[]) pointers);
        }
    }
}

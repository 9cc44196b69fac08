package org.quanzu.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.scoring.Assessment;
import org.quanzu.testkit.Patience;
import org.quanzu.testkit.RawHttp;
import org.quanzu.testkit.ServerProcess;
import org.quanzu.testkit.Times;
import org.springframework.util.StringUtils;

/** The desk after {@code kill -9} in the middle of everybody's work. */
class DeskKillIT {
    private static final String PASSWORD = "a password for this test";
    private static final int PERSONS = 120;
    private static final int OPERATORS = 4;
    private static final int ENOUGH = 40;
    private static final String[] OPTIONS = {"--quanzu.admin-password=" + PASSWORD, "--quanzu.desk.lease=20s"};

    private static final List<String> ALL = IntStream.range(0, PERSONS)
            .mapToObj(i -> Assessment.caseOf("p-" + i))
            .toList();

    @TempDir
    Path folder;

    private final Set<String> recorded = ConcurrentHashMap.newKeySet();

    @Test
    void keepsOutcomesAndGivesCasesBack() throws Exception {
        Path data = folder.resolve("data");
        ServerProcess server = ServerProcess.start(data, OPTIONS);
        warnOf(PERSONS, server);

        workAndKillInTheMiddle(server);

        try (ServerProcess again = ServerProcess.start(data, OPTIONS)) {
            Browser admin = signedIn(again);
            Set<String> closed = closed(admin);
            assertThat(closed).containsAll(recorded);
            assertThat(closed.size() - recorded.size()).isBetween(0, OPERATORS);
            concludeTheRest(admin, closed);
            assertThat(closed(admin)).hasSize(PERSONS);
        }
    }

    private static void warnOf(int persons, ServerProcess server) throws IOException {
        String before = Times.minutesAgo(40);
        String now = Times.minutesAgo(0);
        try (RawHttp connection = new RawHttp(server.port(), ServerProcess.KEY)) {
            for (int i = 0; i < persons; i++) {
                String call = """
                        {"eventId":"c-%d","personId":"p-%d","occurredAt":"%s","direction":"IN","number":"+447700900123",
                        "answered":true,"state":"ACTIVE"}""".formatted(i, i, before);
                String payment = """
                        {"eventId":"t-%d","personId":"p-%d","occurredAt":"%s","direction":"OUT","amount":"8600.00",
                        "currency":"CNY","counterparty":{"account":"62220202001122%d","kind":"PERSONAL"},
                        "purpose":"TRANSFER","channel":"MOBILE_APP","status":"ATTEMPTED"}""".formatted(i, i, now, i);
                assertThat(connection.post("/api/v1/calls", call).status()).isEqualTo(200);
                assertThat(connection.post("/api/v1/transactions", payment).text())
                        .contains("\"caseId\"");
            }
        }
    }

    private void workAndKillInTheMiddle(ServerProcess server) throws InterruptedException {
        ExecutorService operators = Executors.newFixedThreadPool(OPERATORS);
        List<Future<?>> atWork = new ArrayList<>();
        for (int i = 0; i < OPERATORS; i++) {
            atWork.add(operators.submit(() -> work(server)));
        }
        operators.shutdown();
        for (Future<?> operator : atWork) {
            assertThat(operator).succeedsWithin(Patience.LONG);
        }
        assertThat(server.isAlive()).isFalse();
        assertThat(recorded.size()).isLessThan(PERSONS);
    }

    /** Takes one case after the other and concludes it; whoever concludes the one that is enough kills the server. */
    private void work(ServerProcess server) {
        try {
            Browser browser = signedIn(server);
            while (server.isAlive()) {
                next(browser).ifPresent(caseId -> conclude(browser, caseId));
                if (recorded.size() >= ENOUGH) {
                    server.kill();
                }
            }
        } catch (IllegalStateException gone) {
            assertThat(gone).hasCauseInstanceOf(IOException.class);
        }
    }

    private static Browser signedIn(ServerProcess server) {
        Browser browser = new Browser(server.port(), false);
        browser.signIn("admin", PASSWORD);
        return browser;
    }

    private static Optional<String> next(Browser browser) {
        HttpResponse<String> answer = browser.post("/console/queue", "/console/queue/next");
        return answer.headers()
                .firstValue("Location")
                .filter(address -> address.contains("/cases/"))
                .map(address -> address.substring(address.lastIndexOf('/') + 1));
    }

    private void conclude(Browser browser, String caseId) {
        String address = "/console/cases/" + caseId;
        String page = browser.get(address).body();
        if (!page.contains("name=\"lease\"")) {
            return; // the lease ended, on a busy machine
        }
        HttpResponse<String> answer = browser.post(
                address,
                address + "/outcome",
                "lease",
                field(page, "lease"),
                "version",
                field(page, "version"),
                "contact",
                "REACHED_PHONE",
                "finding",
                "SCAM_STOPPED_BEFORE_LOSS",
                "note",
                note(caseId));
        if (answer.statusCode() == 302) {
            recorded.add(caseId);
        }
    }

    private static String note(String caseId) {
        return "noted of " + caseId;
    }

    private static String field(String page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(field.find()).as("field " + name).isTrue();
        return field.group(1);
    }

    /** The cases with an outcome, which each of them has once. */
    private static Set<String> closed(Browser browser) {
        Set<String> closed = new HashSet<>();
        for (String caseId : ALL) {
            String page = browser.get("/console/cases/" + caseId).body();
            int outcomes = StringUtils.countOccurrencesOf(page, note(caseId));
            assertThat(outcomes).isLessThanOrEqualTo(1);
            if (outcomes == 1) {
                closed.add(caseId);
            }
        }
        return closed;
    }

    /** Also what the killed operators held comes back, when their leases end; what is closed never does. */
    private void concludeTheRest(Browser browser, Set<String> closed) {
        recorded.addAll(closed);
        Awaitility.await().pollInterval(Duration.ofMillis(20)).until(() -> {
            next(browser).ifPresent(caseId -> {
                assertThat(closed).doesNotContain(caseId);
                conclude(browser, caseId);
            });
            return recorded.size() == PERSONS;
        });
    }
}

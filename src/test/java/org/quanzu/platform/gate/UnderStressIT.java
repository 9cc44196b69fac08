package org.quanzu.platform.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.platform.RunningQuanzu;
import org.quanzu.platform.access.ApiKeys;
import org.quanzu.platform.access.KeyLimits;
import org.quanzu.platform.access.Scope;
import org.quanzu.platform.access.Secret;
import org.quanzu.testkit.Bodies;
import org.quanzu.testkit.Crowd;
import org.quanzu.testkit.FewRules;
import org.quanzu.testkit.Problems;
import org.quanzu.testkit.TcpRelay;
import org.quanzu.testkit.TestDatabase;
import org.slf4j.LoggerFactory;

class UnderStressIT {
    private static final Duration AT_ONCE = Duration.ofSeconds(4);

    @TempDir
    private static Path folder;

    private static HikariDataSource database;
    private static TcpRelay relay;
    private static RunningQuanzu quanzu;

    @BeforeAll
    static void start() throws Exception {
        database = TestDatabase.fresh();
        var address = URI.create(database.getJdbcUrl().substring("jdbc:".length()));
        relay = new TcpRelay(address.getPort());
        quanzu = RunningQuanzu.on(
                folder.resolve("data"),
                "--quanzu.rules=" + FewRules.in(folder.resolve("rules")),
                "--quanzu.api-key=" + RunningQuanzu.KEY,
                "--server.tomcat.connection-timeout=3s",
                "--quanzu.database.answer-timeout=2s",
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + relay.port() + address.getPath() + "?"
                        + address.getQuery());
    }

    @AfterAll
    static void stop() {
        quanzu.close();
        relay.close();
        database.close();
    }

    @Test
    void saysAtOnceAndOnceInTheLogThatTheDatabaseIsAway() {
        assertThat(pay(0).statusCode()).isEqualTo(200);
        var log = captureLog();
        relay.cut();
        Awaitility.await().until(() -> pay(1).statusCode() == 503);

        for (int turn = 2; turn < 60; turn++) {
            assertUnavailable(pay(turn));
            assertUnavailable(show());
        }

        assertThat(quanzu.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage)).hasSizeLessThan(10);
        assertThat(log.list).noneMatch(line -> line.getThrowableProxy() != null);
        relay.mend();
        Awaitility.await().until(() -> pay(60).statusCode() == 200);
        assertThat(show().statusCode()).isEqualTo(200);
    }

    @Test
    void answersWhileTheDatabaseStandsStill() {
        assertThat(pay(0).statusCode()).isEqualTo(200);
        assertThat(show().statusCode()).isEqualTo(200);
        relay.stall();

        try {
            Awaitility.await().until(() -> manyReaders().allMatch(status -> status == 503));
            assertThat(quanzu.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        } finally {
            relay.flow();
        }
        Awaitility.await().until(() -> show().statusCode() == 200);
        Awaitility.await().until(() -> pay(61).statusCode() == 200);
    }

    /** What more readers at once than there are connections are answered; 0 where that takes too long. */
    private static Stream<Integer> manyReaders() {
        var answers = IntStream.range(0, 12)
                .mapToObj(reader -> CompletableFuture.supplyAsync(
                                () -> show().statusCode(), task -> new Thread(task).start())
                        .exceptionally(late -> 0))
                .toList();
        return answers.stream().map(CompletableFuture::join);
    }

    @Test
    void answersWhileOthersWithoutAKeySendNoBody() throws Exception {
        try (var crowd = Crowd.of(70, port(), head("/api/v1/transactions", "qz_unknown", 100) + "{")) {
            assertThat(quanzu.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(pay(100).statusCode()).isEqualTo(200);
            assertThat(crowd.firstLines()).allMatch(line -> line.startsWith("HTTP/1.1 401"));
        }
    }

    @Test
    void answersWhileOthersWithAKeySendSlowly() throws Exception {
        try (var crowd = Crowd.of(70, port(), head("/api/v1/transactions", RunningQuanzu.KEY, 100) + "{")) {
            assertThat(quanzu.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(pay(101).statusCode()).isEqualTo(200);
            assertThat(crowd.firstLines())
                    .allMatch(line -> line.startsWith("HTTP/1.1 503") || line.startsWith("HTTP/1.1 408"))
                    .anyMatch(line -> line.startsWith("HTTP/1.1 503"));
        }
    }

    @Test
    void answersWhileOthersSignInSlowly() throws Exception {
        var form =
                head("/console/sign-in", "none", 100).replace("application/json", "application/x-www-form-urlencoded");
        try (var crowd = Crowd.of(70, port(), form + "n")) {
            assertThat(pay(102).statusCode()).isEqualTo(200);
            assertThat(crowd.firstLines()).anyMatch(line -> line.startsWith("HTTP/1.1 503"));
        }
    }

    @Test
    void answersWhileBodiesOfOtherCallsDoNotCome() throws Exception {
        var health = head("/actuator/health/liveness", "none", 100).replace("POST ", "GET ");
        try (var crowd = Crowd.of(70, port(), health)) {
            assertThat(pay(103).statusCode()).isEqualTo(200);
            assertThat(crowd.firstLines()).allMatch(line -> line.startsWith("HTTP/1.1 200"));
        }
    }

    @Test
    void marksItsCookieSecureBehindAProxyThatEndsTls() {
        var plain = quanzu.send(quanzu.request("/console/sign-in").build());
        var forwarded = quanzu.send(quanzu.request("/console/sign-in")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-For", "203.0.113.7")
                .build());

        assertThat(plain.headers().firstValue("Set-Cookie").orElseThrow()).doesNotContain("Secure");
        assertThat(forwarded.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure", "SameSite=Strict");
        assertThat(forwarded.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void judgesAKeyByTheAddressATrustedProxyNames() {
        var key = Secret.apiKey();
        quanzu.context()
                .getBean(ApiKeys.class)
                .add(key, "bound", "bound", Set.of(Scope.READ), new KeyLimits(null, 0, 0, List.of("203.0.113.0/24")));
        Awaitility.await().until(() -> rules(key, "203.0.113.7").statusCode() == 200);

        var elsewhere = rules(key, "198.51.100.1");

        Problems.assertProblem(elsewhere, 403);
        assertThat(elsewhere.body()).contains("may not be used from 198.51.100.1");
    }

    private static HttpResponse<String> rules(String key, String from) {
        return quanzu.send(quanzu.request("/api/v1/rule-sets/current")
                .header("Authorization", "Bearer " + key)
                .header("X-Forwarded-For", from)
                .build());
    }

    @Test
    void answersBesideFiveThousandIdleConnections() throws Exception {
        try (var crowd = Crowd.of(5_000, port(), "")) {
            assertThat(crowd.size()).isEqualTo(5_000);
            assertThat(pay(104).statusCode()).isEqualTo(200);
            assertThat(quanzu.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void takesALargeBatchOfAClientThatSendsAllBeforeItReads() throws Exception {
        int lines = 25_000;
        var batch = "{\"type\":\"call\"}\n".repeat(lines).getBytes(UTF_8);

        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream()
                    .write(ndjson(batch.length).replace("1.1", "1.0").getBytes(UTF_8));
            socket.getOutputStream().write(batch);
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).lines();

            assertThat(answer.filter(line -> line.startsWith("{\"line\":"))).hasSize(lines);
        }
    }

    @Test
    void saysHowManyLinesATooLongBatchHas() throws Exception {
        var batch = "{}\n".repeat(50_001).getBytes(UTF_8);

        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write(ndjson(batch.length).getBytes(UTF_8));
            socket.getOutputStream().write(batch);
            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 413")
                    .contains("50001 lines; at most 50000 are taken\\nMaybe send it in 2 batches");
        }
    }

    private static String ndjson(int length) {
        return head("/api/v1/events", RunningQuanzu.KEY, length).replace("application/json", "application/x-ndjson");
    }

    private static String head(String path, String key, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static int port() {
        return Integer.parseInt(quanzu.context().getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static ListAppender<ILoggingEvent> captureLog() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var lines = new ListAppender<ILoggingEvent>();
        root.iteratorForAppenders()
                .forEachRemaining(
                        shipped -> shipped.getCopyOfAttachedFiltersList().forEach(lines::addFilter));
        lines.start();
        root.addAppender(lines);
        return lines;
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        Problems.assertProblem(answer, 503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private static HttpResponse<String> pay(int number) {
        return quanzu.send(quanzu.request("/api/v1/transactions")
                .timeout(AT_ONCE)
                .header("Authorization", "Bearer " + RunningQuanzu.KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Bodies.payment("outage", number, 1)))
                .build());
    }

    private static HttpResponse<String> show() {
        return quanzu.send(quanzu.request("/api/v1/persons/p-0")
                .timeout(AT_ONCE)
                .header("Authorization", "Bearer " + RunningQuanzu.KEY)
                .build());
    }
}

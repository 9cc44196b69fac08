package org.quanzu.platform.gate;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.platform.RunningQuanzu;
import org.quanzu.testkit.Bodies;
import org.quanzu.testkit.FewRules;
import org.quanzu.testkit.Problems;
import org.quanzu.testkit.TcpRelay;
import org.quanzu.testkit.TestDatabase;
import org.slf4j.LoggerFactory;

class OutageIT {
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
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> pay(1).statusCode() == 503);

        for (int turn = 2; turn < 60; turn++) {
            assertUnavailable(pay(turn));
            assertUnavailable(show());
        }

        assertThat(quanzu.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage)).hasSizeLessThan(10);
        assertThat(log.list).noneMatch(line -> line.getThrowableProxy() != null);
        relay.mend();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> pay(60).statusCode() == 200);
        assertThat(show().statusCode()).isEqualTo(200);
    }

    private static ListAppender<ILoggingEvent> captureLog() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var lines = new ListAppender<ILoggingEvent>();
        root.iteratorForAppenders()
                .forEachRemaining(shipped -> shipped.getCopyOfAttachedFiltersList().forEach(lines::addFilter));
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

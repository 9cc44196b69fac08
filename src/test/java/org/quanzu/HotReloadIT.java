package org.quanzu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.testkit.Bodies;
import org.quanzu.testkit.Patience;
import org.quanzu.testkit.RawHttp;
import org.quanzu.testkit.ServerProcess;

class HotReloadIT {
    private static final Duration GLANCE = Duration.ofMillis(10);
    private static final Pattern TAKEN_UP = Pattern.compile("Rule files \\w+ were taken up in \\d+ ms");
    private static final String FILE = "general/stranger_paid_during_call.drl";
    private static final String RULE = "GEN-009";
    private static final String LIMIT = "amount >= 500";
    private static final String PREVIEW = """
            {"events":[{"type":"transaction","eventId":"t-1","personId":"p","occurredAt":"2026-03-01T14:05:00+08:00",\
            "direction":"OUT","amount":"900.00","currency":"CNY","counterparty":{"account":"a","kind":"PERSONAL"},\
            "status":"ATTEMPTED","session":{"callActive":true}}]}""";
    private static final AtomicInteger RUNS = new AtomicInteger();

    @TempDir
    static Path folder;

    private static ServerProcess server;
    private static Path rule;
    private static String shipped;

    private final AtomicBoolean sending = new AtomicBoolean(true);
    private CompletableFuture<Integer> sender;

    @BeforeAll
    static void start() throws IOException {
        copy(Path.of("rules"), folder.resolve("rules"));
        rule = folder.resolve("rules").resolve(FILE);
        shipped = Files.readString(rule);
        server = ServerProcess.start(folder.resolve("data"), "--quanzu.rules=" + folder.resolve("rules"));
        assertThat(isHit()).isTrue();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        TAKEN_UP.matcher(log()).results().map(MatchResult::group).forEach(System.out::println);
    }

    @BeforeEach
    void sendInTheBackground() {
        String run = "reload-" + RUNS.incrementAndGet();
        sender = CompletableFuture.supplyAsync(() -> {
            try (RawHttp connection = new RawHttp(server.port(), ServerProcess.KEY)) {
                int number = 0;
                while (sending.get()) {
                    RawHttp.Response answer =
                            connection.post("/api/v1/transactions", Bodies.payment(run, number++, 20));
                    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                }
                return number;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @AfterEach
    void restore() throws IOException {
        sending.set(false);
        Files.writeString(rule, shipped);
        await().until(HotReloadIT::isHit);
    }

    @Test
    void servesAValidSaveAtOnce() throws IOException {
        assertThat(isHit()).isTrue();

        Files.writeString(rule, shipped.replace(LIMIT, "amount >= 5000"));

        long saved = System.nanoTime();
        await().pollInterval(GLANCE).until(() -> !isHit());
        long millis = Duration.ofNanos(System.nanoTime() - saved).toMillis();
        assertThat(log()).contains("is live", "changed [" + FILE + "]");
        await().untilAsserted(() -> assertThat(log()).containsPattern(TAKEN_UP));
        System.out.println("A saved rule was live after " + millis + " ms");
        assertThatNoRequestFailed();
    }

    @Test
    void keepsTheOldRulesWhenASaveIsInvalid() throws IOException {
        int line = shipped.substring(0, shipped.indexOf(LIMIT)).split("\n").length;

        Files.writeString(rule, shipped.replace(LIMIT, "amuont >= 5000"));

        await().until(() -> log().contains(FILE + ":" + line + ":"));
        assertThat(log()).contains("amuont", "do not go live");
        assertThat(isHit()).isTrue();
        assertThatNoRequestFailed();
    }

    @Test
    void servesTheCorrectionOfAnInvalidSave() throws IOException {
        Files.writeString(rule, shipped.replace("then\nend", "then\nSystem.exit(1);\nend"));
        await().until(() -> log().contains(FILE + ":" + (lines() - 1) + ":"));
        assertThat(isHit()).isTrue();

        Files.writeString(rule, shipped.replace(LIMIT, "amount >= 6000"));

        await().until(() -> !isHit());
        assertThatNoRequestFailed();
    }

    private void assertThatNoRequestFailed() {
        sending.set(false);
        assertThat(sender)
                .succeedsWithin(Patience.LONG)
                .satisfies(sent -> assertThat(sent).isPositive());
    }

    private static long lines() {
        return shipped.lines().count() + 1;
    }

    private static boolean isHit() {
        try (RawHttp connection = new RawHttp(server.port(), ServerProcess.KEY)) {
            RawHttp.Response answer = connection.post("/api/v1/assessments/preview", PREVIEW);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            return answer.text().contains("{\"rule\":\"" + RULE + "\",\"points\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String log() throws IOException {
        return Files.readString(folder.resolve("server.log"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }
}

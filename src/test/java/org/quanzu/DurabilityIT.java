package org.quanzu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.testkit.Bodies;
import org.quanzu.testkit.Patience;
import org.quanzu.testkit.RawHttp;
import org.quanzu.testkit.ServerProcess;

class DurabilityIT {
    private static final int EVENTS = 20_000;
    private static final int CONNECTIONS = 16;
    private static final int PERSONS = 500;
    private static final Pattern ASSESSMENT_ID = Pattern.compile("\"assessmentId\":\"([^\"]+)\"");

    @TempDir
    Path folder;

    @Test
    void answersEveryAcknowledgedEventAgainAfterAKill() throws Exception {
        Path data = folder.resolve("data");
        Map<Integer, String> acknowledged = new ConcurrentHashMap<>();
        ServerProcess server = ServerProcess.start(data);

        sendAndKillInTheMiddle(server, acknowledged);

        assertThat(acknowledged).hasSizeBetween(EVENTS / 3, EVENTS - 1);
        try (ServerProcess again = ServerProcess.start(data);
                RawHttp connection = new RawHttp(again.port(), ServerProcess.KEY)) {
            for (Map.Entry<Integer, String> event : acknowledged.entrySet()) {
                RawHttp.Response response =
                        connection.post("/api/v1/transactions", Bodies.payment("kill", event.getKey(), PERSONS));
                assertThat(response.status())
                        .as("event %d: %s", event.getKey(), response.text())
                        .isEqualTo(200);
                assertThat(assessmentId(response)).isEqualTo(event.getValue());
            }
        }
    }

    private static void sendAndKillInTheMiddle(ServerProcess server, Map<Integer, String> acknowledged)
            throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS);
        for (int i = 0; i < CONNECTIONS; i++) {
            senders.execute(() -> send(server, next, acknowledged));
        }
        senders.shutdown();
        assertThat(senders.awaitTermination(Patience.LONG.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
    }

    private static void send(ServerProcess server, AtomicInteger next, Map<Integer, String> acknowledged) {
        try (RawHttp connection = new RawHttp(server.port(), ServerProcess.KEY)) {
            for (int number = next.getAndIncrement(); number < EVENTS; number = next.getAndIncrement()) {
                if (number == EVENTS / 2) {
                    server.kill();
                }
                RawHttp.Response response =
                        connection.post("/api/v1/transactions", Bodies.payment("kill", number, PERSONS));
                if (response.status() == 200 && !response.text().contains("\"degraded\":true")) {
                    acknowledged.put(number, assessmentId(response));
                }
            }
        } catch (IOException e) {
            next.get();
        }
    }

    private static String assessmentId(RawHttp.Response response) {
        Matcher matcher = ASSESSMENT_ID.matcher(response.text());
        assertThat(matcher.find()).as(response.text()).isTrue();
        return matcher.group(1);
    }
}

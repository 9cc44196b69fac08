package org.quanzu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.testkit.Bodies;
import org.quanzu.testkit.Patience;
import org.quanzu.testkit.RawHttp;
import org.quanzu.testkit.ServerProcess;
import tools.jackson.databind.json.JsonMapper;

class DurabilityIT {
    private static final int KILLS = 3;
    private static final int EVENTS = 2_000;
    private static final int ALL = KILLS * EVENTS;
    private static final int CONNECTIONS = 16;
    private static final int PERSONS = 300;

    /** So short that many answers are given before their events are on disk. */
    private static final String BUDGET = "--quanzu.latency-budget-millis=5";

    @TempDir
    Path folder;

    @Test
    void losesNothingItSaidOkToAndCountsNothingTwiceHoweverOftenItIsKilled() throws Exception {
        Path data = folder.resolve("data");
        Set<Integer> stored = ConcurrentHashMap.newKeySet();
        for (int kill = 0; kill < KILLS; kill++) {
            ServerProcess server = ServerProcess.start(data, BUDGET);
            sendAndKillInTheMiddle(server, kill * EVENTS, stored);
        }

        assertThat(stored).hasSizeBetween(ALL / 20, ALL - KILLS);
        try (ServerProcess again = ServerProcess.start(data, BUDGET)) {
            sendEach(
                    stored,
                    again,
                    (connection, event) -> untilStored(
                            again, connection, "/api/v1/transactions/kill-" + event + "/status", status(event)));
            sendEach(
                    IntStream.range(0, ALL).boxed().toList(),
                    again,
                    (connection, event) -> untilStored(again, connection, "/api/v1/transactions", payment(event)));
            assertThat(payments(again.port())).isEqualTo(ALL);
        }
    }

    private static void sendAndKillInTheMiddle(ServerProcess server, int first, Set<Integer> stored)
            throws InterruptedException {
        AtomicInteger next = new AtomicInteger(first);
        Queue<Integer> untold = new ConcurrentLinkedQueue<>();
        ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS);
        for (int i = 0; i < CONNECTIONS; i++) {
            senders.execute(() -> send(server, next, first + EVENTS, untold, stored));
        }
        senders.shutdown();
        assertThat(senders.awaitTermination(Patience.LONG.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
    }

    /** Sends events, and those again that were not stored yet when they were answered. */
    private static void send(
            ServerProcess server, AtomicInteger next, int end, Queue<Integer> untold, Set<Integer> stored) {
        try (RawHttp connection = new RawHttp(server.port(), ServerProcess.KEY)) {
            for (int number = next.getAndIncrement(); number < end; number = next.getAndIncrement()) {
                if (number == end - EVENTS / 2) {
                    server.kill();
                }
                send(connection, number, untold, stored);
                Integer again = untold.poll();
                if (again != null) {
                    send(connection, again, untold, stored);
                }
            }
        } catch (IOException e) {
            next.get();
        }
    }

    private static void send(RawHttp connection, int number, Queue<Integer> untold, Set<Integer> stored)
            throws IOException {
        RawHttp.Response response = connection.post("/api/v1/transactions", payment(number));
        if (response.status() == 200) {
            stored.add(number);
        } else if (response.status() == 202) {
            untold.add(number);
        }
    }

    private interface Sending {
        void send(RawHttp connection, int event) throws IOException;
    }

    /** Sends something about each event, over many connections; the first that fails ends it. */
    private static void sendEach(Collection<Integer> events, ServerProcess server, Sending sending) throws Exception {
        Queue<Integer> left = new ConcurrentLinkedQueue<>(events);
        ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS);
        Callable<Integer> sender = () -> {
            int sent = 0;
            try (RawHttp connection = new RawHttp(server.port(), ServerProcess.KEY)) {
                for (Integer event = left.poll(); event != null; event = left.poll()) {
                    sending.send(connection, event);
                    sent++;
                }
            }
            return sent;
        };
        int sent = 0;
        for (Future<Integer> done : senders.invokeAll(Collections.nCopies(CONNECTIONS, sender))) {
            sent += done.get();
        }
        senders.shutdown();
        assertThat(sent).isEqualTo(events.size());
    }

    /** Sends until the answer is 200, as a bank does; only 202 may come before. */
    private static void untilStored(ServerProcess server, RawHttp connection, String path, String body)
            throws IOException {
        RawHttp.Response response = connection.post(path, body);
        while (response.status() == 202) {
            assertThat(response.text()).contains("\"degraded\":true,\"stored\":false");
            response = connection.post(path, body);
        }
        if (response.status() != 200) {
            fail("%s: %d %s%n%s", path, response.status(), response.text(), server.warnings());
        }
        assertThat(response.text()).doesNotContain("degraded");
    }

    /** A payment of a person every minute, so that none comes too late to count however late it is sent. */
    private static String payment(int number) {
        int minute = number / PERSONS;
        return Bodies.payment("kill", number, PERSONS)
                .replaceFirst(
                        "\"occurredAt\":\"[^\"]*\"",
                        "\"occurredAt\":\"2026-03-01T10:%02d:00+08:00\"".formatted(minute));
    }

    private static String status(int event) {
        return """
                {"eventId":"status-%d","occurredAt":"2026-03-01T12:00:00+08:00","status":"COMPLETED","personId":"p-%d"}""".formatted(event, event % PERSONS);
    }

    private static int payments(int port) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        int payments = 0;
        for (int person = 0; person < PERSONS; person++) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/api/v1/persons/p-" + person))
                    .header("Authorization", "Bearer " + ServerProcess.KEY)
                    .build();
            String profile = client.send(request, BodyHandlers.ofString()).body();
            payments += JsonMapper.shared()
                    .readTree(profile)
                    .at("/recentEvents/transaction")
                    .intValue(0);
        }
        return payments;
    }
}

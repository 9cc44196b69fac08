package org.quanzu.simulation.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.simulation.SmallCity;
import org.quanzu.simulation.city.City;

class DeliveryTest {
    private static final String RED = "{\"level\":\"RED\"}\n";

    @TempDir
    private Path folder;

    private final Queue<String> keys = new ConcurrentLinkedQueue<>();
    private final AtomicInteger busy = new AtomicInteger();
    private volatile int status = 200;
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/persons/", exchange -> answer(exchange, 200, "{}"));
        server.createContext("/api/v1/events", this::events);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void tellsEveryEventAndKeepsEveryAnswer() throws IOException {
        City city = new SmallCity(folder.resolve("city")).read();

        Answers answers = delivery(city).to(folder.resolve("out"));

        List<String> lines = Files.readAllLines(folder.resolve("out/answers.ndjson"));
        assertThat(answers.events()).isEqualTo(lines.size()).isPositive();
        assertThat(answers.refused()).isZero();
        assertThat(answers.scams()).isEqualTo(40);
        assertThat(answers.inTime()).containsEntry("RED", 40);
        assertThat(answers.ordinary()).isEmpty();
        assertThat(keys).isNotEmpty().allMatch("Bearer k"::equals);
    }

    @Test
    void asksAgainWhenTheServerIsBusy() {
        City city = new SmallCity(folder.resolve("city")).read();
        busy.set(1);

        Answers answers = delivery(city).to(folder.resolve("out"));

        assertThat(answers.refused()).isZero();
        assertThat(busy).hasValue(0);
    }

    @Test
    void saysThatTheKeyIsRefused() {
        City city = new SmallCity(folder.resolve("city")).read();
        status = 401;

        assertThatThrownBy(() -> delivery(city).to(folder.resolve("out")))
                .hasMessageContaining("was answered with 401")
                .hasMessageContaining("\nMaybe QUANZU_API_KEY");
        assertThat(folder.resolve("out/answers.ndjson")).doesNotExist();
    }

    private Delivery delivery(City city) {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Delivery(new Feed(city), base, "k", 1_000_000, () -> {});
    }

    private void events(HttpExchange exchange) throws IOException {
        keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (busy.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            answer(exchange, 503, "{}");
        } else {
            answer(exchange, status, RED.repeat((int) body.lines().count()));
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

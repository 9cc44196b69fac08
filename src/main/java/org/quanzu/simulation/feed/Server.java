package org.quanzu.simulation.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running server that is told of persons and events; it is asked again for half a minute while it is out of reach or busy. */
final class Server {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final List<Integer> BUSY = List.of(429, 502, 503, 504);
    private static final RetryPolicy RETRIES = RetryPolicy.builder()
            .maxRetries(5)
            .delay(Duration.ofSeconds(1))
            .multiplier(2)
            .includes(UncheckedIOException.class)
            .build();

    private final URI base;
    private final String key;
    private final RetryTemplate retries = new RetryTemplate(RETRIES);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** {@code base} is its address without a path; {@code key} an API key that may score. */
    Server(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    /** Tells of a person. */
    void tell(String personId, byte[] attributes) {
        send("PUT", "/api/v1/persons/" + personId, "application/json", attributes);
    }

    /** Tells events, one a line; an answer for each, in order. */
    List<JsonNode> take(List<byte[]> events) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        events.forEach(event -> {
            lines.writeBytes(event);
            lines.write('\n');
        });
        String answer = send("POST", "/api/v1/events", "application/x-ndjson", lines.toByteArray());
        return answer.lines().map(JsonMapper.shared()::readTree).toList();
    }

    private String send(String method, String path, String type, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofByteArray(body))
                .build();
        return retries.invoke(() -> answer(request));
    }

    private String answer(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (BUSY.contains(response.statusCode())) {
                throw new UncheckedIOException(new IOException(said(request, response)));
            }
            if (response.statusCode() != OK) {
                throw new IllegalStateException(said(request, response) + "\nMaybe QUANZU_API_KEY is not a key of this"
                        + " server, or may not do this; key create makes one");
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    base + " cannot be told: " + e + "\nMaybe it is not running; java -jar quanzu.jar serve starts it",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while telling " + base, e);
        }
    }

    private static String said(HttpRequest request, HttpResponse<String> response) {
        return request.method() + " " + request.uri() + " was answered with " + response.statusCode() + ": "
                + response.body().lines().findFirst().orElse("nothing");
    }
}

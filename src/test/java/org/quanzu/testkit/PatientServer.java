package org.quanzu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that is sent what it must refuse; one for all tests of a run, and after each class its log must be calm. */
public final class PatientServer implements BeforeAllCallback, AfterAllCallback {
    public static final int BATCH_BYTES = 200_000;
    public static final String JSON = "application/json";
    /** One for each class: connections that idled since another one may be closing. */
    private final HttpClient client = HttpClient.newHttpClient();

    private Running running;

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Running.class, type -> Running.start(), Running.class);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        assertThat(Files.readString(running.folder().resolve("server.log"))).doesNotContain(" ERROR ", "Exception");
    }

    private record Running(Path folder, ServerProcess server) implements AutoCloseable {
        static Running start() {
            try {
                Path folder = Files.createTempDirectory("patient-server");
                return new Running(
                        folder,
                        ServerProcess.start(folder.resolve("data"), "--quanzu.limits.batch-bytes=" + BATCH_BYTES));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    public Path data() {
        return running.folder().resolve("data");
    }

    public String address() {
        return "http://127.0.0.1:" + running.server().port();
    }

    public HttpRequest.Builder requestWithoutKey(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    public HttpRequest.Builder request(String path) {
        return requestWithoutKey(path).header("Authorization", "Bearer " + ServerProcess.KEY);
    }

    public HttpRequest.Builder request(String path, String type) {
        return request(path).header("Content-Type", type);
    }

    public HttpResponse<String> post(String path, String json) {
        return send(request(path, JSON).POST(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public void assertUnknown(String person) {
        assertThat(get("/api/v1/persons/" + person).statusCode()).isEqualTo(404);
    }

    /** The fields a problem names. */
    public static List<String> pointers(HttpResponse<String> answer) {
        JsonNode errors = JsonMapper.shared().readTree(answer.body()).path("errors");
        return StreamSupport.stream(errors.spliterator(), false)
                .map(error -> error.path("pointer").asString())
                .toList();
    }
}

package org.quanzu.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quanzu.Quanzu;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole product on a data folder and a free port, inside the test. */
public final class RunningQuanzu implements AutoCloseable {
    public static final String KEY = "qz_0123456789012345678901234567890123456789";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private RunningQuanzu(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static RunningQuanzu on(Path data, String... settings) {
        return new RunningQuanzu(new SpringApplication(Quanzu.class).run(settings(data, settings)));
    }

    /** What is not about degraded answers must get none on a busy machine either. */
    private static final String BUDGET = "--quanzu.latency-budget-millis=";

    /** The settings of a product on this folder; the PostgreSQL programs are unpacked once for all tests. */
    public static String[] settings(Path data, String... more) {
        var all = new ArrayList<>(
                List.of("--server.port=0", "--quanzu.data=" + data, "--quanzu.database.programs=target/postgresql"));
        if (List.of(more).stream().noneMatch(setting -> setting.startsWith(BUDGET))) {
            all.add(BUDGET + "60000");
        }
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public HttpRequest.Builder request(String path) {
        var port = context.getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    @Override
    public void close() {
        context.close();
    }
}

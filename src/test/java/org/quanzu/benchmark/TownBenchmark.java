package org.quanzu.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.quanzu.testkit.ServerProcess;

/**
 * The processor time of server and database for an event of a simulated town, calls and messages among them, told in batches of
 * 2,000 lines one after the other. {@code simulate FILE --export ndjson} writes such a town.
 */
public final class TownBenchmark {
    private static final int LINES = 2_000;
    private static final int ROUND = 25;
    private static final int OK = 200;

    private TownBenchmark() {}

    /** Arguments: the town's {@code events.ndjson}, rounds of 50,000 events (8), the jar (that of this build). */
    public static void main(String[] args) throws Exception {
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 8;
        Path data = Files.createTempDirectory(Path.of("target"), "town").resolve("data");
        try (ServerProcess server = ServerProcess.startAtFullSpeed(Jars.of(args, 2), data);
                Stream<String> lines = Files.lines(Path.of(args[0]))) {
            ProcessorTime time = new ProcessorTime(server.pid(), data);
            Iterator<String> events = lines.iterator();
            for (int round = 1; round <= rounds && events.hasNext(); round++) {
                round(round, events, server.port(), time);
            }
        }
    }

    private static void round(int round, Iterator<String> events, int port, ProcessorTime time)
            throws IOException, InterruptedException {
        double server = time.serverMicros();
        double database = time.databaseMicros();
        long before = System.nanoTime();
        long told = 0;
        long refused = 0;
        for (int batch = 0; batch < ROUND && events.hasNext(); batch++) {
            List<String> lines = new ArrayList<>();
            while (lines.size() < LINES && events.hasNext()) {
                lines.add(events.next());
            }
            told += lines.size();
            refused += refusedOf(String.join("\n", lines), port);
        }
        System.out.printf(
                Locale.ROOT,
                "round %d: %d events, %.0f a second, processor an event: server %.1f us, database %.1f us; %d not scored%n",
                round,
                told,
                told / ((System.nanoTime() - before) / 1e9),
                (time.serverMicros() - server) / told,
                (time.databaseMicros() - database) / told,
                refused);
    }

    private static long refusedOf(String body, int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/events"))
                .header("Authorization", "Bearer " + ServerProcess.KEY)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body().lines().filter(line -> !line.contains("\"level\"")).count();
    }
}

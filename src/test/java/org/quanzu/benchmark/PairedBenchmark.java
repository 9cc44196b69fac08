package org.quanzu.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quanzu.testkit.ServerProcess;

/**
 * Compares the durable requests of this build with those of another one: both servers run side by side, warm, and take the load
 * in turn for a few seconds, so that both meet the same moods of the machine. What it costs is processor time, of server and database.
 */
public final class PairedBenchmark {
    private static final int WARM_UPS = 10;
    private static final int WARM_UP_SECONDS = 15;
    private static final int SECONDS = 4;
    private static final String DURABLE = "/api/v1/transactions";

    private PairedBenchmark() {}

    /** Arguments: the other jar, its rules, how many pairs (20). */
    public static void main(String[] args) throws Exception {
        int pairs = args.length > 2 ? Integer.parseInt(args[2]) : 20;
        try (Side before = new Side(Path.of(args[0]), args[1]);
                Side after = new Side(Path.of("target", "quanzu.jar"), "rules")) {
            for (int round = 0; round < WARM_UPS; round++) {
                before.cost(WARM_UP_SECONDS);
                after.cost(WARM_UP_SECONDS);
            }
            List<Double> ratios = new ArrayList<>();
            for (int pair = 1; pair <= pairs; pair++) {
                boolean first = pair % 2 == 0;
                Cost early = (first ? after : before).cost(SECONDS);
                Cost late = (first ? before : after).cost(SECONDS);
                Cost was = first ? late : early;
                Cost is = first ? early : late;
                ratios.add(is.micros() / was.micros());
                System.out.printf(Locale.ROOT, "pair %d: before %s, after %s%n", pair, was, is);
            }
            ratios.sort(null);
            System.out.printf(
                    Locale.ROOT,
                    "after/before, processor time of server and database a request: median %.2f, quartiles %.2f and %.2f%n",
                    ratios.get(pairs / 2),
                    ratios.get(pairs / 4),
                    ratios.get(pairs * 3 / 4));
        }
    }

    /** Processor time a request, in microseconds. */
    private record Cost(double server, double database) {
        double micros() {
            return server + database;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f + %.0f us", server, database);
        }
    }

    /** A warm server and its load. */
    private static final class Side implements AutoCloseable {
        private final ServerProcess server;
        private final Load load;
        private final ProcessorTime time;

        Side(Path jar, String rules) throws Exception {
            Path data = Files.createTempDirectory(Path.of("target"), "load").resolve("data");
            server = ServerProcess.startAtFullSpeed(
                    jar, data, "--quanzu.rules=" + rules, "--quanzu.latency-budget-millis=300");
            load = new Load(server.port());
            time = new ProcessorTime(server.pid(), data);
        }

        Cost cost(int seconds) throws InterruptedException {
            double ofServer = time.serverMicros();
            double ofDatabase = time.databaseMicros();
            int done = load.on(DURABLE, seconds, 0).done();
            return new Cost((time.serverMicros() - ofServer) / done, (time.databaseMicros() - ofDatabase) / done);
        }

        @Override
        public void close() {
            server.close();
        }
    }
}

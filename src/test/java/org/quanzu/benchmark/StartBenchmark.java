package org.quanzu.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.quanzu.testkit.ServerProcess;

/**
 * Starts a server on an empty folder and several times on the existing one, and compares the first twenty seconds at full load
 * with the speed it has later.
 */
public final class StartBenchmark {
    private static final int STARTS = 4;
    private static final int SECONDS = 20;
    private static final String DURABLE = "/api/v1/transactions";

    private StartBenchmark() {}

    /** Arguments: the jar (that of this build). */
    public static void main(String[] args) throws Exception {
        Path jar = Jars.of(args, 0);
        Path data = Files.createTempDirectory(Path.of("target"), "start").resolve("data");
        for (int start = 1; start <= STARTS; start++) {
            long before = System.nanoTime();
            try (ServerProcess server =
                    ServerProcess.startAtFullSpeed(jar, data, "--quanzu.latency-budget-millis=300")) {
                double ready = (System.nanoTime() - before) / 1e9;
                double used = new ProcessorTime(server.pid(), data).serverMicros() / 1e6;
                System.out.printf(
                        Locale.ROOT,
                        "start %d: ready after %.1f s, %.1f s of the server's processor time%n",
                        start,
                        ready,
                        used);
                if (start == 1 || start == STARTS) {
                    warmth(new Load(server.port()));
                }
            }
        }
    }

    private static void warmth(Load load) throws InterruptedException {
        Load.Measured first = load.on(DURABLE, SECONDS, 0);
        load.on(DURABLE, 2 * SECONDS, 0);
        Load.Measured warm = load.on(DURABLE, SECONDS, 0);
        System.out.println("first " + SECONDS + " s: " + first);
        System.out.println("warm:       " + warm);
        System.out.printf(Locale.ROOT, "ratio: %.2f%n", first.perSecond() / warm.perSecond());
    }
}

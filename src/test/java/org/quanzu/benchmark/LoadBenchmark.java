package org.quanzu.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quanzu.testkit.ServerProcess;

/**
 * Compares durable scored payments with an endpoint of the same server that parses the same body and answers a constant: the
 * two in turn, each with the processor time a request costs server and database; then the latency at half of the durable rate.
 */
public final class LoadBenchmark {
    private static final int WARM_UP_SECONDS = 20;
    private static final int MOST_WARM_UPS = 15;
    private static final double SETTLED = 1.03;
    private static final String DURABLE = "/api/v1/transactions";
    private static final String CONSTANT = "/api/v1/benchmark/constant";

    private final Load load;
    private final ProcessorTime time;

    private LoadBenchmark(Load load, ProcessorTime time) {
        this.load = load;
        this.time = time;
    }

    /** Arguments: seconds of a round (15), the jar (that of this build). */
    public static void main(String[] args) throws Exception {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
        Path data = Files.createTempDirectory(Path.of("target"), "load").resolve("data");
        try (ServerProcess server = ServerProcess.startAtFullSpeed(
                Jars.of(args, 1), data, "--quanzu.benchmark=true", "--quanzu.latency-budget-millis=300")) {
            new LoadBenchmark(new Load(server.port()), new ProcessorTime(server.pid(), data)).measure(seconds);
        }
    }

    private void measure(int seconds) throws InterruptedException {
        load.on(CONSTANT, WARM_UP_SECONDS, 0);
        warmUp();
        List<Double> ratios = new ArrayList<>();
        double durableRate = 0;
        for (int round = 1; round <= 3; round++) {
            Load.Measured constant = timed("constant", CONSTANT, seconds, 0);
            Load.Measured durable = timed("durable ", DURABLE, seconds, 0);
            durableRate = durable.perSecond();
            ratios.add(durable.perSecond() / constant.perSecond());
        }
        ratios.sort(null);
        System.out.printf(Locale.ROOT, "ratio durable/constant, median of 3: %.2f%n", ratios.get(1));
        timed("at half load", DURABLE, seconds, durableRate / 2);
    }

    /** Until a round is no faster than the best before it: the JIT compiler competes with the load for the processors. */
    private void warmUp() throws InterruptedException {
        double best = 0;
        for (int round = 1; round <= MOST_WARM_UPS; round++) {
            double rate = timed("warm-up ", DURABLE, WARM_UP_SECONDS, 0).perSecond();
            if (round > 2 && rate < best * SETTLED) {
                return;
            }
            best = Math.max(best, rate);
        }
    }

    private Load.Measured timed(String name, String path, int seconds, double rate) throws InterruptedException {
        double server = time.serverMicros();
        double database = time.databaseMicros();
        Load.Measured measured = load.on(path, seconds, rate);
        System.out.printf(
                Locale.ROOT,
                "%s %s; processor a request: server %.1f us, database %.1f us%n",
                name,
                measured,
                (time.serverMicros() - server) / measured.done(),
                (time.databaseMicros() - database) / measured.done());
        return measured;
    }
}

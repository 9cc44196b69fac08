package org.quanzu.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.quanzu.testkit.Bodies;
import org.quanzu.testkit.RawHttp;
import org.quanzu.testkit.ServerProcess;

/**
 * Compares durable scored payments with an endpoint of the same server that parses the same body and answers a constant:
 * 32 connections over loopback, the two in turn; then the latency at half of the durable rate.
 */
public final class LoadBenchmark {
    private static final int CONNECTIONS = 32;
    private static final int PERSONS = 10_000;
    private static final int WARM_UP_SECONDS = 40;
    private static final String DURABLE = "/api/v1/transactions";
    private static final String CONSTANT = "/api/v1/benchmark/constant";

    private final int port;
    private final AtomicInteger next = new AtomicInteger();
    private final String run = Long.toString(System.nanoTime(), 36);

    private LoadBenchmark(int port) {
        this.port = port;
    }

    private record Measured(double perSecond, double p50Millis, double p99Millis, int failed) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%,.0f requests/s, p50 %.2f ms, p99 %.2f ms, %d failed",
                    perSecond,
                    p50Millis,
                    p99Millis,
                    failed);
        }
    }

    public static void main(String[] args) throws Exception {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
        Path folder = Files.createTempDirectory(Path.of("target"), "load");
        try (ServerProcess server = ServerProcess.startAtFullSpeed(
                folder.resolve("data"), "--quanzu.benchmark=true", "--quanzu.latency-budget-millis=300")) {
            new LoadBenchmark(server.port()).measure(seconds);
        }
    }

    private void measure(int seconds) throws InterruptedException {
        load(DURABLE, WARM_UP_SECONDS, 0);
        load(CONSTANT, WARM_UP_SECONDS / 4, 0);
        List<Double> ratios = new ArrayList<>();
        double durableRate = 0;
        for (int round = 1; round <= 3; round++) {
            Measured constant = load(CONSTANT, seconds, 0);
            Measured durable = load(DURABLE, seconds, 0);
            durableRate = durable.perSecond();
            ratios.add(durable.perSecond() / constant.perSecond());
            System.out.println("constant " + constant);
            System.out.println("durable  " + durable);
        }
        ratios.sort(null);
        System.out.printf(Locale.ROOT, "ratio durable/constant, median of 3: %.2f%n", ratios.get(1));
        System.out.println("at half load: " + load(DURABLE, seconds, durableRate / 2));
    }

    /** Loads {@code path}; {@code rate} is requests per second in all, 0 as many as go. */
    private Measured load(String path, int seconds, double rate) throws InterruptedException {
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            Connection connection = new Connection(path, end, rate == 0 ? 0 : (long) (1e9 * CONNECTIONS / rate));
            connections.add(connection);
            connection.start();
        }
        for (Connection connection : connections) {
            connection.join();
        }
        double elapsed = (System.nanoTime() - start) / 1e9;
        long[] nanos = connections.stream()
                .flatMapToLong(one -> Arrays.stream(one.nanos, 0, one.done))
                .sorted()
                .toArray();
        int failed = connections.stream().mapToInt(one -> one.failed).sum();
        return new Measured(
                nanos.length / elapsed,
                nanos[nanos.length / 2] / 1e6,
                nanos[(int) (nanos.length * 0.99)] / 1e6,
                failed);
    }

    private final class Connection extends Thread {
        private final String path;
        private final long end;
        private final long paceNanos;
        private long[] nanos = new long[1 << 16];
        private int done;
        private int failed;

        Connection(String path, long end, long paceNanos) {
            this.path = path;
            this.end = end;
            this.paceNanos = paceNanos;
        }

        @Override
        public void run() {
            try (RawHttp http = new RawHttp(port, ServerProcess.KEY)) {
                long due = System.nanoTime() + (long) (Math.random() * paceNanos);
                while (System.nanoTime() < end) {
                    due = await(due);
                    long start = paceNanos == 0 ? System.nanoTime() : due;
                    RawHttp.Response response = http.post(path, Bodies.payment(run, next.getAndIncrement(), PERSONS));
                    record(System.nanoTime() - start, response);
                    due += paceNanos;
                }
            } catch (IOException | RuntimeException e) {
                failed++;
                System.out.println("failed: " + e);
            }
        }

        /** Waits for the next planned moment; a late answer does not hide the delay of the requests after it. */
        private long await(long due) {
            long left = due - System.nanoTime();
            if (paceNanos > 0 && left > 0) {
                java.util.concurrent.locks.LockSupport.parkNanos(left);
            }
            return due;
        }

        private void record(long took, RawHttp.Response response) {
            if (response.status() != 200 && failed++ == 0) {
                System.out.println("failed: " + response.status() + " " + response.text());
            }
            if (done == nanos.length) {
                nanos = Arrays.copyOf(nanos, nanos.length * 2);
            }
            nanos[done++] = took;
        }
    }
}

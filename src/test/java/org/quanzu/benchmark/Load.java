package org.quanzu.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.quanzu.testkit.Bodies;
import org.quanzu.testkit.RawHttp;
import org.quanzu.testkit.ServerProcess;

/** Ordinary payments of 10,000 persons over 32 connections, as many as go or so many a second. */
final class Load {
    private static final int CONNECTIONS = 32;
    private static final int PERSONS = 10_000;

    private final int port;
    private final AtomicInteger next = new AtomicInteger();
    private final String run = Long.toString(System.nanoTime(), 36);

    Load(int port) {
        this.port = port;
    }

    /** What a load met: answers a second, the latency in milliseconds, answers that were not 200. */
    record Measured(int done, double perSecond, double p50Millis, double p99Millis, int failed) {
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

    /** Loads {@code path} for {@code seconds}; {@code rate} is requests a second in all, 0 as many as go. */
    Measured on(String path, int seconds, double rate) throws InterruptedException {
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
                nanos.length,
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
                LockSupport.parkNanos(left);
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

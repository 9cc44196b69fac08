package org.quanzu.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.quanzu.desk.queue.Queue;
import org.quanzu.testkit.DeskNode;

/** 64 operators take 10,000 of 100,000 open cases as fast as they can: takes a second and how long one takes. */
public final class QueueBenchmark {
    private static final int OPERATORS = 64;
    private static final int TAKES = 10_000;

    private QueueBenchmark() {}

    public static void main(String[] args) throws InterruptedException {
        try (DeskNode node = new DeskNode()) {
            node.open.open(1, 60_000, "YELLOW", "DESK");
            node.open.open(60_001, 100_000, "RED", "STATION");
            node.open.spread();
            run(node.queue(), Set.of("DESK"), "one unit, first time");
            run(node.queue(), Set.of("DESK"), "one unit");
            run(node.queue(), Set.of("DESK", "STATION"), "two units");
        }
    }

    private static void run(Queue queue, Set<String> units, String name) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(TAKES);
        long[] nanos = new long[TAKES];
        CountDownLatch done = new CountDownLatch(OPERATORS);
        long start = System.nanoTime();
        for (int i = 0; i < OPERATORS; i++) {
            String operator = "operator-" + i;
            new Thread(() -> {
                        for (int take = left.decrementAndGet(); take >= 0; take = left.decrementAndGet()) {
                            long before = System.nanoTime();
                            queue.takeNext(operator, units).orElseThrow();
                            nanos[take] = System.nanoTime() - before;
                        }
                        done.countDown();
                    })
                    .start();
        }
        done.await();
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s: %,.0f takes/s, p50 %.1f ms, p99 %.1f ms, most %.1f ms%n",
                name,
                TAKES / seconds,
                nanos[TAKES / 2] / 1e6,
                nanos[TAKES * 99 / 100] / 1e6,
                nanos[TAKES - 1] / 1e6);
    }
}

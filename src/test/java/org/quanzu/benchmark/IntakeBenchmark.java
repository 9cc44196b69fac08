package org.quanzu.benchmark;

import static org.quanzu.testkit.BankEvents.NOON;

import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.quanzu.event.PersonRef;
import org.quanzu.testkit.BankEvents;
import org.quanzu.testkit.TestNode;

/**
 * The processor time this process spends on a durable event, without HTTP and without the database's own: it stays comparable
 * while other work runs beside it, as the clock's time does not.
 */
public final class IntakeBenchmark {
    private static final int EVENTS = 50_000;
    private static final int PERSONS = 10_000;
    private static final int PENDING = 32;
    private static final int ROUNDS = 6;

    private final TestNode node;
    private int next;

    private IntakeBenchmark(TestNode node) {
        this.node = node;
    }

    public static void main(String[] args) {
        try (TestNode node = new TestNode()) {
            IntakeBenchmark benchmark = new IntakeBenchmark(node);
            for (int round = 1; round <= ROUNDS; round++) {
                System.out.printf(Locale.ROOT, "round %d: %.1f us of processor an event%n", round, benchmark.round());
            }
        }
    }

    private double round() {
        long before = processorNanos();
        Deque<CompletableFuture<?>> pending = new ArrayDeque<>();
        for (int i = 0; i < EVENTS; i++) {
            pending.add(node.take(payment(next++)));
            if (pending.size() == PENDING) {
                pending.remove().join();
            }
        }
        pending.forEach(CompletableFuture::join);
        return (processorNanos() - before) / 1e3 / EVENTS;
    }

    private static org.quanzu.event.Event payment(int i) {
        PersonRef person = PersonRef.ofId("p-" + i % PERSONS);
        return BankEvents.payment("t-" + i, person, "25.50", "622202123456" + i % 5_000, NOON.plusSeconds(i / PERSONS));
    }

    private static long processorNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}

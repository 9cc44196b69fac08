package org.quanzu.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.quanzu.desk.queue.Filter;
import org.quanzu.desk.queue.Queue;
import org.quanzu.desk.watch.Housekeeping;
import org.quanzu.testkit.DeskNode;

/** What the queue's page asks for with 100,000 open cases, and a second's upkeep: how long each takes. */
public final class OverflowBenchmark {
    private static final int TIMES = 40;
    private static final int ROWS = 200;

    private OverflowBenchmark() {}

    public static void main(String[] args) {
        try (DeskNode node = new DeskNode()) {
            node.open.open(1, 60_000, "YELLOW", "DESK");
            node.open.open(60_001, 100_000, "RED", "STATION");
            node.open.spread();
            Queue queue = node.queue();
            Filter low = new Filter(Set.of("DESK"), Set.of("YELLOW"), Set.of(), Set.of(), null);
            measure("overflow by unit, uncached", queue::overflow);
            measure("first 200 rows with marks", () -> queue.list(Filter.ALL, ROWS));
            measure("first 200 rows of DESK with marks", () -> queue.list(low, ROWS));
            measure("counts", queue::counts);
            Housekeeping housekeeping = node.part(Housekeeping.class);
            measure("upkeep with nothing to do", housekeeping::tick);
        }
    }

    private static void measure(String name, Runnable work) {
        double[] millis = new double[TIMES];
        for (int i = -5; i < TIMES; i++) {
            long before = System.nanoTime();
            work.run();
            if (i >= 0) {
                millis[i] = (System.nanoTime() - before) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf(Locale.ROOT, "%s: p50 %.1f ms, most %.1f ms%n", name, millis[TIMES / 2], millis[TIMES - 1]);
    }
}

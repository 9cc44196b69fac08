package org.quanzu.journal;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What waits to be written. While many callers wait at once the group is given a moment to fill, for a commit costs as
 * much as a dozen rows; a lone caller never waits for company.
 */
final class WriteBatcher {
    private static final long MOST_NANOS = TimeUnit.MICROSECONDS.toNanos(1500);
    private static final long STEP_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final BlockingQueue<PendingWrite> queue;
    private final int most;
    private double expected;

    WriteBatcher(BlockingQueue<PendingWrite> queue, int most) {
        this.queue = queue;
        this.most = most;
    }

    /** Adds the next group to {@code group}; nothing when nothing came for {@code napMillis}. */
    void take(List<PendingWrite> group, long napMillis) throws InterruptedException {
        PendingWrite first = queue.poll(napMillis, TimeUnit.MILLISECONDS);
        if (first == null) {
            expected = 1;
            return;
        }
        group.add(first);
        fill(group);
        expected = Math.max(group.size(), expected * 0.9);
    }

    private void fill(List<PendingWrite> group) {
        long end = System.nanoTime() + MOST_NANOS;
        queue.drainTo(group, most - group.size());
        while (group.size() < expected - 1 && System.nanoTime() < end) {
            LockSupport.parkNanos(STEP_NANOS);
            queue.drainTo(group, most - group.size());
        }
    }
}

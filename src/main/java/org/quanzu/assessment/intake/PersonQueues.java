package org.quanzu.assessment.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has to wait for the database, in order per person, different persons side by side. At most {@value #MOST} tasks wait;
 * more are refused.
 */
final class PersonQueues implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PersonQueues.class);
    static final int MOST = 20_000;
    private static final int THREADS = 8;
    private static final int IDLE_SECONDS = 30;
    private static final int PATIENCE_SECONDS = 10;

    private final Map<Object, Deque<Runnable>> queues = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger threads = new AtomicInteger();
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, "intake-" + threads.incrementAndGet()));

    PersonQueues() {
        pool.allowCoreThreadTimeOut(true);
    }

    /** Whether something of this person waits or runs. */
    boolean isBusy(Object person) {
        return queues.containsKey(person);
    }

    int waiting() {
        return waiting.get();
    }

    /** Runs {@code task} after all that waits of this person; throws {@link RejectedExecutionException} when too much does. */
    void submit(Object person, Runnable task) {
        if (waiting.incrementAndGet() > MOST) {
            waiting.decrementAndGet();
            throw new RejectedExecutionException("too many events wait");
        }
        boolean[] first = {false};
        queues.compute(person, (key, queue) -> {
            first[0] = queue == null;
            Deque<Runnable> tasks = queue == null ? new ArrayDeque<>() : queue;
            tasks.add(task);
            return tasks;
        });
        if (first[0]) {
            start(person);
        }
    }

    private void start(Object person) {
        try {
            pool.execute(() -> runNext(person));
        } catch (RejectedExecutionException e) {
            Deque<Runnable> left = queues.remove(person);
            waiting.addAndGet(left == null ? 0 : -left.size());
            throw e;
        }
    }

    private void runNext(Object person) {
        Runnable[] next = {null};
        queues.computeIfPresent(person, (key, tasks) -> {
            next[0] = tasks.peek();
            return tasks;
        });
        try {
            next[0].run();
        } catch (RuntimeException | Error e) {
            LOG.error("An event could not be taken", e);
        }
        waiting.decrementAndGet();
        Deque<Runnable> left = queues.computeIfPresent(person, (key, tasks) -> {
            tasks.remove();
            return tasks.isEmpty() ? null : tasks;
        });
        if (left != null && !pool.isShutdown()) {
            pool.execute(() -> runNext(person));
        }
    }

    /** Runs what waits, and takes nothing more. */
    @Override
    public void close() {
        boolean interrupted = false;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!queues.isEmpty() && !interrupted && System.nanoTime() < end) {
            try {
                TimeUnit.MILLISECONDS.sleep(5);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        pool.shutdownNow();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

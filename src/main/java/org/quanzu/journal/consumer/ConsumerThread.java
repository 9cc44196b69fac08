package org.quanzu.journal.consumer;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of one consumer: goes on when it is woken, looks by itself every second, and outlives any failure. */
final class ConsumerThread {
    private static final Logger LOG = LoggerFactory.getLogger(ConsumerThread.class);
    private static final long IDLE_MILLIS = 1_000;
    private static final long GATHER_MILLIS = 50;
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final int MOST_DOUBLINGS = 7;
    private static final long COUNT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final String consumer;
    private final Delivery delivery;
    private final Progress progress;
    private final Thread thread;
    private final Semaphore signal = new Semaphore(0);
    private final CountDownLatch ending = new CountDownLatch(1);
    private boolean begun;
    private int failures;
    private long counted = System.nanoTime();

    ConsumerThread(String consumer, Delivery delivery, Progress progress) {
        this.consumer = consumer;
        this.delivery = delivery;
        this.progress = progress;
        thread = new Thread(this::run, "consumer-" + consumer);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** There is something new; never waits. */
    void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    /** Lets the transaction under way come to its end. */
    void stop() {
        ending.countDown();
        wake();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(15));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (ending.getCount() > 0) {
            try {
                step();
            } catch (InterruptedException e) {
                LOG.debug("The consumer {} was woken by an interrupt", consumer);
            } catch (Throwable e) {
                pauseAfter(e);
            }
        }
    }

    private void step() throws InterruptedException {
        progress.begins();
        if (!begun) {
            delivery.begin();
            begun = true;
        }
        boolean more = delivery.step();
        if (System.nanoTime() - counted > COUNT_NANOS) {
            delivery.count();
            counted = System.nanoTime();
        }
        progress.ends(more);
        if (failures > 0) {
            LOG.info("The consumer {} goes on", consumer);
            failures = 0;
        }
        if (!more && signal.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
            ending.await(GATHER_MILLIS, TimeUnit.MILLISECONDS);
            signal.drainPermits();
        }
    }

    private void pauseAfter(Throwable failure) {
        try {
            String reason = JdbcFault.reason(failure);
            if (progress.fails(reason)) {
                LOG.warn("The consumer {} stands still and tries again: {}", consumer, reason);
            }
            ending.await(FIRST_PAUSE_MILLIS << Math.min(failures++, MOST_DOUBLINGS), TimeUnit.MILLISECONDS);
        } catch (Throwable again) {
            Thread.yield(); // not even a word can be said; what is left is to try again
        }
    }
}

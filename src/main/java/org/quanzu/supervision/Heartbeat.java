package org.quanzu.supervision;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The turns of one background loop: runs them, outlives whatever they throw, and knows when one last ended well. A failure
 * is logged when it begins, then once a minute. Used by one thread, read by any.
 */
public final class Heartbeat {
    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
    private static final long REPEAT_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final String name;
    private final Duration patience;
    private volatile boolean running;
    private volatile long succeededNanos;
    private volatile @Nullable Throwable failure;
    private long loggedNanos;

    /** {@code patience} is how long it may take from one successful turn to the next before the loop stands still. */
    public Heartbeat(String name, Duration patience) {
        this.name = name;
        this.patience = patience;
    }

    public String name() {
        return name;
    }

    /** The loop begins, or is alive without having had a turn. */
    public void start() {
        succeededNanos = System.nanoTime();
        running = true;
    }

    /** The loop ends because it should. */
    public void stop() {
        running = false;
    }

    /** Runs one turn; whether it ended well. */
    public boolean beat(Runnable turn) {
        try {
            turn.run();
            succeeded();
            return true;
        } catch (Throwable e) {
            failed(e);
            return false;
        }
    }

    private void succeeded() {
        succeededNanos = System.nanoTime();
        if (failure != null) {
            log.info("Background task {} works again", name);
        }
        failure = null;
    }

    private void failed(Throwable e) {
        long now = System.nanoTime();
        if (failure == null) {
            boolean fault = e instanceof Error;
            log.warn("Background task {} failed and is tried again: {}", name, e.toString(), fault ? e : null);
        } else if (now - loggedNanos < REPEAT_NANOS) {
            return;
        } else {
            log.warn("Background task {} fails since {} s: {}", name, secondsSinceSuccess(), e.toString());
        }
        loggedNanos = now;
        failure = e;
    }

    /** Whether it should run and has not ended a turn well for too long. */
    public boolean standsStill() {
        return running && System.nanoTime() - succeededNanos > patience.toNanos();
    }

    /** Seconds since a turn last ended well (or the loop began); 0 when it does not run. */
    public long secondsSinceSuccess() {
        return running ? TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - succeededNanos) : 0;
    }

    /** What the last turn failed with, or null when it ended well. */
    public @Nullable Throwable failure() {
        return failure;
    }
}

package org.quanzu.desk.watch;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps house every second, on a thread of its own, from when everything has started until it stops. */
final class EverySecond implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(EverySecond.class);

    private final Housekeeping housekeeping;
    private @Nullable ScheduledExecutorService thread;
    private boolean failing;

    EverySecond(Housekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread named = new Thread(task, "desk-watch");
            named.setDaemon(true);
            return named;
        });
        started.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
        thread = started;
    }

    /** A failure is told once, not every second; the next second tries again. */
    private void tick() {
        try {
            housekeeping.tick();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                log.warn("Leases, deadlines and follow-ups of cases are late: {}", e.getMessage());
            }
            failing = true;
        }
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService stopped = thread;
        thread = null;
        if (stopped == null) {
            return;
        }
        stopped.shutdown();
        try {
            stopped.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}

package org.quanzu.desk;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does something every second, on a thread of its own, from when everything has started until it stops. */
public final class EverySecond implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(EverySecond.class);

    private final String name;
    private final Runnable deed;
    private @Nullable ScheduledExecutorService thread;
    private boolean failing;

    /** {@code name} is the thread's, {@code deed} may fail: then it is tried again a second later. */
    public EverySecond(String name, Runnable deed) {
        this.name = name;
        this.deed = deed;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread named = new Thread(task, name);
            named.setDaemon(true);
            return named;
        });
        started.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
        thread = started;
    }

    /** A failure is told once, not every second; the next second tries again. */
    private void tick() {
        try {
            deed.run();
            failing = false;
        } catch (Throwable e) {
            if (!failing) {
                log.warn("{} is late: {}", name, e.toString());
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

package org.quanzu.desk;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.quanzu.supervision.Heartbeat;
import org.quanzu.supervision.Supervised;
import org.springframework.context.SmartLifecycle;

/** Does something every second, on a thread of its own, from when everything has started until it stops. */
public final class EverySecond implements SmartLifecycle, Supervised {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String name;
    private final Runnable deed;
    private @Nullable ScheduledExecutorService thread;
    private final Heartbeat heartbeat;

    /** {@code name} is the thread's, {@code deed} may fail: then it is tried again a second later. */
    public EverySecond(String name, Runnable deed) {
        this.name = name;
        this.deed = deed;
        heartbeat = new Heartbeat(name, PATIENCE);
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread named = new Thread(task, name);
            named.setDaemon(true);
            return named;
        });
        started.scheduleWithFixedDelay(() -> heartbeat.beat(deed), 1, 1, TimeUnit.SECONDS);
        heartbeat.start();
        thread = started;
    }

    @Override
    public Heartbeat heartbeat() {
        return heartbeat;
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService stopped = thread;
        thread = null;
        heartbeat.stop();
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

package org.quanzu.platform.database;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says every ten seconds what the start waits for, until it is there. */
final class WaitNotice implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WaitNotice.class);
    private static final int EVERY_SECONDS = 10;
    private final long begin = System.nanoTime();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var named = new Thread(task, "wait-notice");
        named.setDaemon(true);
        return named;
    });

    private WaitNotice(String what) {
        thread.scheduleWithFixedDelay(() -> say(what), EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    static WaitNotice of(String what) {
        return new WaitNotice(what);
    }

    private void say(String what) {
        log.info("Waiting for {}; {} s so far", what, Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

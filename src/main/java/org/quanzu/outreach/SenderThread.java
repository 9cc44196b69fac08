package org.quanzu.outreach;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.quanzu.supervision.Heartbeat;
import org.quanzu.supervision.Supervised;
import org.springframework.context.SmartLifecycle;

/** The one thread that sends; a trouble with the database stops it for a moment only. */
final class SenderThread implements SmartLifecycle, Supervised {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int IDLE_MILLIS = 300;
    private static final int TROUBLE_MILLIS = 5_000;
    private final Sender sender;
    private final Heartbeat heartbeat = new Heartbeat("outreach", PATIENCE);
    private volatile boolean running;
    private Thread thread = new Thread(this::run, "outreach");

    SenderThread(Sender sender) {
        this.sender = sender;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = new Thread(this::run, "outreach");
        thread.setDaemon(true);
        heartbeat.start();
        thread.start();
    }

    /** Lets an order under way come to its answer. */
    @Override
    public synchronized void stop() {
        running = false;
        heartbeat.stop();
        synchronized (sender) {
            sender.notifyAll();
        }
        try {
            thread.join(15_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        var before = true;
        while (running) {
            var millis = before ? takeOver() : next();
            before &= millis != 0;
            pause(millis);
        }
    }

    private long takeOver() {
        return tried(() -> {
            sender.takeOver();
            return 0;
        });
    }

    private long next() {
        return tried(() -> sender.sendNext() ? 0 : IDLE_MILLIS);
    }

    private long tried(LongSupplier work) {
        long[] millis = {TROUBLE_MILLIS};
        heartbeat.beat(() -> millis[0] = work.getAsLong());
        return millis[0];
    }

    @Override
    public Heartbeat heartbeat() {
        return heartbeat;
    }

    private void pause(long millis) {
        if (millis == 0) {
            return;
        }
        synchronized (sender) {
            try {
                if (running) {
                    sender.wait(millis);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                running = false;
            }
        }
    }
}

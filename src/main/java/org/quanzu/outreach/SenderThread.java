package org.quanzu.outreach;

import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The one thread that sends; a trouble with the database stops it for a moment only. */
final class SenderThread implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(SenderThread.class);
    private static final int IDLE_MILLIS = 300;
    private static final int TROUBLE_MILLIS = 5_000;
    private final Sender sender;
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
        thread.start();
    }

    /** Lets an order under way come to its answer. */
    @Override
    public synchronized void stop() {
        running = false;
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

    private static long tried(LongSupplier work) {
        try {
            return work.getAsLong();
        } catch (Throwable e) {
            log.warn("Orders cannot be sent for now: {}\nMaybe the database is away; it is tried again", e.toString());
            return TROUBLE_MILLIS;
        }
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
                log.debug("The sender was woken by an interrupt", e);
            }
        }
    }
}

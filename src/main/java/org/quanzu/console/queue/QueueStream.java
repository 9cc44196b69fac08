package org.quanzu.console.queue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.quanzu.desk.QueueChanged;
import org.quanzu.supervision.Heartbeat;
import org.quanzu.supervision.Supervised;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages that the queue changed: many changes at once are told once, and whoever made them never waits for a
 * slow page.
 */
@Component
class QueueStream implements DisposableBean, Supervised {
    private static final long LIFETIME_MILLIS = Duration.ofMinutes(15).toMillis();
    private static final int GATHER_MILLIS = 200;
    private static final int PULSE_SECONDS = 15;
    private final Heartbeat heartbeat = new Heartbeat("queue-stream", Duration.ofMinutes(2));
    private final List<SseEmitter> pages = new CopyOnWriteArrayList<>();
    private final AtomicBoolean told = new AtomicBoolean();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "queue-stream");
        thread.setDaemon(true);
        return thread;
    });

    QueueStream() {
        teller.scheduleWithFixedDelay(
                () -> heartbeat.beat(() -> send(SseEmitter.event().comment("here"))), PULSE_SECONDS, PULSE_SECONDS, TimeUnit.SECONDS);
        heartbeat.start();
    }

    @Override
    public Heartbeat heartbeat() {
        return heartbeat;
    }

    /** A new page; it is told at once, for it may have missed something since it was made. */
    SseEmitter open() {
        var page = new SseEmitter(LIFETIME_MILLIS);
        page.onCompletion(() -> pages.remove(page));
        page.onTimeout(page::complete);
        page.onError(failure -> pages.remove(page));
        pages.add(page);
        tell();
        return page;
    }

    @EventListener
    void on(QueueChanged change) {
        tell();
    }

    private void tell() {
        if (told.compareAndSet(false, true)) {
            teller.schedule(this::tellNow, GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void tellNow() {
        told.set(false);
        send(SseEmitter.event().name("queue").data("changed"));
    }

    private void send(SseEmitter.SseEventBuilder event) {
        var parts = event.build();
        for (var page : pages) {
            try {
                page.send(parts);
            } catch (IOException | RuntimeException e) {
                pages.remove(page);
            }
        }
    }

    /** Open pages would hold up the shutdown of the server. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        pages.forEach(SseEmitter::complete);
    }

    @Override
    public void destroy() {
        heartbeat.stop();
        teller.shutdownNow();
    }
}

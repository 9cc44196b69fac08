package org.quanzu.journal.consumer;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanzu.journal.Journal;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/** All consumers of the journal, at work from when everything has started until it stops. */
final class JournalConsumers implements SmartLifecycle, HealthIndicator {
    /** A consumer that is about the same thing for longer does not move. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final List<Consumer> consumers;
    private volatile boolean running;

    JournalConsumers(List<Consumer> consumers, Journal journal) {
        this.consumers = List.copyOf(consumers);
        journal.whenDurable(this::wake);
    }

    /** One of them; a thread that has ended is replaced at the next start. */
    static final class Consumer {
        private final String name;
        private final Delivery delivery;
        private final Progress progress;
        private volatile @Nullable ConsumerThread thread;

        Consumer(String name, Delivery delivery, Progress progress) {
            this.name = name;
            this.delivery = delivery;
            this.progress = progress;
        }

        private void start() {
            ConsumerThread fresh = new ConsumerThread(name, delivery, progress);
            thread = fresh;
            fresh.start();
        }

        private void wake() {
            ConsumerThread now = thread;
            if (now != null) {
                now.wake();
            }
        }

        private void stop() {
            ConsumerThread last = thread;
            if (last != null) {
                last.stop();
            }
        }

        private boolean works() {
            ConsumerThread now = thread;
            return now != null && now.isAlive() && !progress.stands(LONGEST);
        }

        private Map<String, Object> details() {
            var counts = progress.counts();
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("waiting", progress.waiting());
            details.put("lagSeconds", progress.lagSeconds());
            details.put("setAside", counts.aside());
            if (counts.since() != null) {
                details.put("setAsideSince", counts.since().toString());
            }
            if (!progress.failure().isEmpty()) {
                details.put("failure", progress.failure());
            }
            return details;
        }
    }

    private void wake() {
        consumers.forEach(Consumer::wake);
    }

    @Override
    public synchronized void start() {
        consumers.forEach(Consumer::start);
        running = true;
    }

    @Override
    public synchronized void stop() {
        running = false;
        consumers.forEach(Consumer::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public Health health() {
        boolean work = consumers.stream().allMatch(Consumer::works);
        Health.Builder health = running && !work ? Health.down() : Health.up();
        consumers.forEach(consumer -> health.withDetail(consumer.name, consumer.details()));
        return health.build();
    }
}

package org.quanzu.person;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Event;
import org.quanzu.event.MessageEvent;
import org.quanzu.event.TransactionEvent;
import org.quanzu.fact.Surroundings;
import org.quanzu.watchlist.NumberPlan;

/** Counterparty statistics in memory: the accounts and numbers active last, each with its latest persons. */
final class CachedCounterparties implements Counterparties {
    private static final int COUNTERPARTIES = 200_000;

    private final Cache<String, Circle> accounts =
            Caffeine.newBuilder().maximumSize(COUNTERPARTIES).build();
    private final Cache<String, Circle> numbers =
            Caffeine.newBuilder().maximumSize(COUNTERPARTIES).build();
    private volatile boolean ready;

    @Override
    public Surroundings around(Event event, String personId, NumberPlan plan) {
        if (!ready) {
            return Surroundings.UNKNOWN;
        }
        if (event instanceof TransactionEvent payment) {
            return new Surroundings(others(accounts, payment.counterparty().account(), personId, event), null);
        }
        String raw = event instanceof CallEvent call
                ? call.number()
                : event instanceof MessageEvent message ? message.sender() : null;
        return raw == null
                ? Surroundings.UNKNOWN
                : new Surroundings(null, others(numbers, plan.read(raw).value(), personId, event));
    }

    private static @Nullable Integer others(
            Cache<String, Circle> circles, @Nullable String counterparty, String personId, Event event) {
        if (counterparty == null || counterparty.isEmpty()) {
            return null;
        }
        Circle circle = circles.getIfPresent(counterparty);
        return circle == null
                ? (Integer) 0
                : (Integer) circle.othersThan(
                        personId, event.occurredAt().toInstant().toEpochMilli());
    }

    @Override
    public void note(String counterparty, boolean payment, String personId, long atMillis) {
        Cache<String, Circle> circles = payment ? accounts : numbers;
        Objects.requireNonNull(circles.get(counterparty, unknown -> new Circle()))
                .add(personId, atMillis);
    }

    @Override
    public void ready() {
        ready = true;
    }
}

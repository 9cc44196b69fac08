package org.quanzu.person;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import org.quanzu.event.Event;
import org.quanzu.fact.Surroundings;
import org.quanzu.seal.KeyedHash;
import org.quanzu.watchlist.NumberPlan;

/** Counterparty statistics in memory: the accounts and numbers active last, by their hashes, each with its latest persons. */
final class CachedCounterparties implements Counterparties {
    private static final int COUNTERPARTIES = 200_000;

    private final Cache<String, Circle> accounts =
            Caffeine.newBuilder().maximumSize(COUNTERPARTIES).build();
    private final Cache<String, Circle> numbers =
            Caffeine.newBuilder().maximumSize(COUNTERPARTIES).build();
    private final KeyedHash hash;
    private volatile boolean ready;

    CachedCounterparties(KeyedHash hash) {
        this.hash = hash;
    }

    @Override
    public Surroundings around(Event event, long atMillis, String personId, NumberPlan plan) {
        if (!ready) {
            return Surroundings.UNKNOWN;
        }
        Encounter met = Encounter.of(event, plan);
        if (met == null) {
            return Surroundings.UNKNOWN;
        }
        int others = met.payment()
                ? others(accounts, hash.account(met.name()), personId, atMillis)
                : others(numbers, hash.number(met.name()), personId, atMillis);
        return met.around(others);
    }

    private static int others(Cache<String, Circle> circles, String counterparty, String personId, long atMillis) {
        Circle circle = circles.getIfPresent(counterparty);
        return circle == null ? 0 : circle.othersThan(personId, atMillis);
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

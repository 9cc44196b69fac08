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

    private final Cache<String, RecentContacts> accounts =
            Caffeine.newBuilder().maximumSize(COUNTERPARTIES).build();
    private final Cache<String, RecentContacts> numbers =
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
        CounterpartyRef counterparty = CounterpartyRef.of(event, plan);
        if (counterparty == null) {
            return Surroundings.UNKNOWN;
        }
        int others = counterparty.payment()
                ? others(accounts, hash.account(counterparty.name()), personId, atMillis)
                : others(numbers, hash.number(counterparty.name()), personId, atMillis);
        return counterparty.around(others);
    }

    private static int others(
            Cache<String, RecentContacts> contacts, String counterparty, String personId, long atMillis) {
        RecentContacts found = contacts.getIfPresent(counterparty);
        return found == null ? 0 : found.othersThan(personId, atMillis);
    }

    @Override
    public void note(String counterparty, boolean payment, String personId, long atMillis) {
        Cache<String, RecentContacts> contacts = payment ? accounts : numbers;
        Objects.requireNonNull(contacts.get(counterparty, unknown -> new RecentContacts()))
                .add(personId, atMillis);
    }

    @Override
    public void ready() {
        ready = true;
    }
}

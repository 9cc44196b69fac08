package org.quanzu.simulation.period;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import org.quanzu.event.Event;
import org.quanzu.fact.Surroundings;
import org.quanzu.person.CounterpartyRef;
import org.quanzu.person.RecentContacts;
import org.quanzu.profile.Profile;
import org.quanzu.watchlist.NumberPlan;

/** Who else dealt with an account or number within a day before; of as many accounts and numbers as a server keeps. */
final class CachedRecentContacts {
    private static final int MOST = 400_000;

    private final Cache<CounterpartyRef, RecentContacts> contacts =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final NumberPlan plan;

    CachedRecentContacts(NumberPlan plan) {
        this.plan = plan;
    }

    /** What is known around the event, which is noted for the persons after. */
    Surroundings around(Event event, String personId, Profile before) {
        CounterpartyRef counterparty = CounterpartyRef.of(event, plan);
        if (counterparty == null) {
            return Surroundings.UNKNOWN;
        }
        long at = event.occurredAt().toInstant().toEpochMilli();
        RecentContacts found = contacts.getIfPresent(counterparty);
        int others = found == null ? 0 : found.othersThan(personId, at);
        if (counterparty.counts(event, before)) {
            Objects.requireNonNull(contacts.get(counterparty, unknown -> new RecentContacts()))
                    .add(personId, at);
        }
        return counterparty.around(others);
    }
}

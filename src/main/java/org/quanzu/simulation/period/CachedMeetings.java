package org.quanzu.simulation.period;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import org.quanzu.event.Event;
import org.quanzu.fact.Surroundings;
import org.quanzu.person.Circle;
import org.quanzu.person.Encounter;
import org.quanzu.profile.Profile;
import org.quanzu.watchlist.NumberPlan;

/** Who else dealt with an account or number within a day before; of as many accounts and numbers as a server keeps. */
final class CachedMeetings {
    private static final int MOST = 400_000;

    private final Cache<Encounter, Circle> circles =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final NumberPlan plan;

    CachedMeetings(NumberPlan plan) {
        this.plan = plan;
    }

    /** What is known around the event, which is noted for the persons after. */
    Surroundings meet(Event event, String personId, Profile before) {
        Encounter met = Encounter.of(event, plan);
        if (met == null) {
            return Surroundings.UNKNOWN;
        }
        long at = event.occurredAt().toInstant().toEpochMilli();
        Circle circle = circles.getIfPresent(met);
        int others = circle == null ? 0 : circle.othersThan(personId, at);
        if (met.counts(event, before)) {
            Objects.requireNonNull(circles.get(met, unknown -> new Circle())).add(personId, at);
        }
        return met.around(others);
    }
}

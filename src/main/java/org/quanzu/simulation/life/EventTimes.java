package org.quanzu.simulation.life;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.quanzu.simulation.population.Chance;

/**
 * When exactly something happens to one person that a script has in some second: {@code key} belongs to the person, and
 * whatever happens to a person in one second happens in the same millisecond of it, so that the order stays the script's.
 */
record EventTimes(long key, ZoneOffset offset) {
    private static final long MILLIS = 1000;

    static EventTimes of(long seed, int person, ZoneOffset offset) {
        return new EventTimes(Chance.mix(seed ^ 0x7135, person), offset);
    }

    long millis(long second) {
        return second * MILLIS + Long.remainderUnsigned(Chance.mix(key, second), MILLIS);
    }

    OffsetDateTime at(long millis) {
        return Instant.ofEpochMilli(millis).atOffset(offset);
    }
}

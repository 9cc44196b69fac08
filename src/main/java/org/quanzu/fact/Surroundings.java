package org.quanzu.fact;

import org.jspecify.annotations.Nullable;

/**
 * What is known beyond the person when an event arrives: how many other persons newly paid this account, or were called by
 * this number, in the 24 hours before. Recorded with the event, so that a replay sees the same; null is unknown.
 */
public record Surroundings(
        @Nullable Integer otherPayers, @Nullable Integer otherPeople) {
    public static final Surroundings UNKNOWN = new Surroundings(null, null);
}

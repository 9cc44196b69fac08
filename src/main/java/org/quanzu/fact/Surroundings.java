package org.quanzu.fact;

import org.jspecify.annotations.Nullable;

/**
 * What is known beyond the person when an event arrives: how many other persons newly paid this account, or were called by
 * this number, in the 24 hours before; and whether an officer excepted this payment, which brings money to safety.
 * Recorded with the event, so that a replay sees the same; null is unknown.
 */
public record Surroundings(
        @Nullable Integer otherPayers, @Nullable Integer otherPeople, boolean protectiveTransfer) {
    public static final Surroundings UNKNOWN = new Surroundings(null, null);

    public Surroundings(@Nullable Integer otherPayers, @Nullable Integer otherPeople) {
        this(otherPayers, otherPeople, false);
    }

    /** The same for a payment that an officer excepted. */
    public Surroundings asProtectiveTransfer() {
        return new Surroundings(otherPayers, otherPeople, true);
    }
}

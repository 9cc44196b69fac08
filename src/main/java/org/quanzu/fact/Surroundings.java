package org.quanzu.fact;

import org.jspecify.annotations.Nullable;
import org.quanzu.event.Event;

/**
 * What is known beyond the person when an event arrives: how many other persons newly paid this account, or were called by
 * this number, in the 24 hours before; whether an officer excepted this payment, which brings money to safety; when it was
 * received (epoch milliseconds; null: as it happened), and whether it is so far ahead of that clock that the answer says so.
 * Recorded with the event, so that a replay sees the same; null is unknown.
 */
public record Surroundings(
        @Nullable Integer otherPayers,
        @Nullable Integer otherPeople,
        boolean protectiveTransfer,
        @Nullable Long receivedMillis,
        boolean clockAhead) {
    public static final Surroundings UNKNOWN = new Surroundings(null, null);

    public Surroundings(@Nullable Integer otherPayers, @Nullable Integer otherPeople) {
        this(otherPayers, otherPeople, false);
    }

    public Surroundings(
            @Nullable Integer otherPayers, @Nullable Integer otherPeople, boolean protectiveTransfer) {
        this(otherPayers, otherPeople, protectiveTransfer, null, false);
    }

    /** The same for a payment that an officer excepted. */
    public Surroundings asProtectiveTransfer() {
        return new Surroundings(otherPayers, otherPeople, true, receivedMillis, clockAhead);
    }

    /** The same for an event received at {@code millis}. */
    public Surroundings receivedAt(long millis, boolean ahead) {
        return new Surroundings(otherPayers, otherPeople, protectiveTransfer, millis, ahead);
    }

    /** When {@code event} happened as far as it can be true: not after it was received. Epoch milliseconds. */
    public long timeOf(Event event) {
        return Math.min(event.occurredAt().toInstant().toEpochMilli(), latestMillis());
    }

    /** The time nothing that the event says may reach beyond. */
    public long latestMillis() {
        return receivedMillis == null ? Long.MAX_VALUE : receivedMillis;
    }
}

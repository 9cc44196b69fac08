package org.quanzu.watchlist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of a list: why a value is on it, how well that is proven, and from when to when it holds. */
public record Listing(
        String grade,
        String reason,
        @Nullable Instant validFrom,
        @Nullable Instant validTo) {

    /** Whether the listing holds at {@code at}: from {@code validFrom} inclusive to {@code validTo} exclusive. */
    public boolean holdsAt(Instant at) {
        return (validFrom == null || !at.isBefore(validFrom)) && (validTo == null || at.isBefore(validTo));
    }
}

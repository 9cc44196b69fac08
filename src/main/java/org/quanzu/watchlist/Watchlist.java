package org.quanzu.watchlist;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values with their listings; a value may be listed several times. */
public record Watchlist(Map<String, List<Listing>> listings) {
    public static final Watchlist EMPTY = new Watchlist(Map.of());
    private static final List<String> GRADES = List.of("SUSPECTED", "REPORTED", "CONFIRMED");

    public Watchlist {
        listings = Map.copyOf(listings);
    }

    /** The best proven listing of {@code value} that holds at {@code at}, or null. */
    public @Nullable Listing find(@Nullable String value, Instant at) {
        List<Listing> found = value == null ? null : listings.get(value);
        return found == null
                ? null
                : found.stream()
                        .filter(listing -> listing.holdsAt(at))
                        .max(Comparator.comparingInt(listing -> GRADES.indexOf(listing.grade())))
                        .orElse(null);
    }
}

package org.quanzu.simulation.life;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.Event;

/**
 * An event of a person with its truth. {@code shared}: the account or number of somebody whom others deal with, too, null
 * where it is nobody else's; {@code trusted}: an account on the list of trusted payees, null where it is not.
 */
public record Happening(
        long atMillis,
        int order,
        Event event,
        Truth truth,
        @Nullable String shared,
        @Nullable String trusted) {
    static final Comparator<Happening> IN_TIME =
            Comparator.comparingLong(Happening::atMillis).thenComparingInt(Happening::order);
}

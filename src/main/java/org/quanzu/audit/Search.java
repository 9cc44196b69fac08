package org.quanzu.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to show; null and empty are no condition.
 *
 * @param about the things, any of them
 * @param from the first moment
 * @param to the moment after the last
 * @param before only entries with a smaller id
 */
public record Search(
        @Nullable String who,
        @Nullable String what,
        List<String> about,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long before) {
    public static final Search ALL = new Search(null, null, List.of(), null, null, null);

    public Search {
        about = List.copyOf(about);
    }
}

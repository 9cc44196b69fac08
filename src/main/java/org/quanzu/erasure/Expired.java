package org.quanzu.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.erasure.PersonErasure.Identity;

/** What has been kept long enough; each call is one small step. */
interface Expired {

    /** Looks through some persons whose ids follow {@code after}, in the order of ids. */
    Page persons(String after, Instant before, int limit);

    /**
     * Persons of whom nothing seems to have come since then; {@code last} is the id of the last person looked at, null at the
     * end.
     */
    record Page(List<String> idle, @Nullable String last) {
        public Page {
            idle = List.copyOf(idle);
        }
    }

    /** Whether no event, feedback or link of the person has come since then, and the desk has nothing open. */
    boolean isIdle(Identity identity, Instant before);

    /** Removes some cases that were closed before then; answers how many. */
    int dropCases(Instant before, int limit);

    /** Removes some orders put before then of which nothing more is expected; answers how many. */
    int dropOrders(Instant before, int limit);

    /** Removes some keys of erased events that came before this day; answers how many. */
    int dropErasedKeys(LocalDate before, int limit);
}

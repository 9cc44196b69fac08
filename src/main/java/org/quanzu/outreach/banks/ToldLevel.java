package org.quanzu.outreach.banks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A level as it was told last, until when it is valid, and the record of the journal that told it. */
record ToldLevel(long seq, String level, @Nullable Instant validUntil) {
    private static final String NOTHING = "NONE";

    static final ToldLevel NONE = new ToldLevel(Long.MIN_VALUE, NOTHING, null);

    /** The level that is in force then. */
    String at(Instant time) {
        return validUntil != null && !validUntil.isAfter(time) ? NOTHING : level;
    }
}

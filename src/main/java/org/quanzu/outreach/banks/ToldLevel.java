package org.quanzu.outreach.banks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A level as it was told last, until when it is valid. */
record ToldLevel(String level, @Nullable Instant validUntil) {
    private static final String NOTHING = "NONE";

    static final ToldLevel NONE = new ToldLevel(NOTHING, null);

    ToldLevel at(Instant time) {
        return validUntil != null && !validUntil.isAfter(time) ? NONE : this;
    }
}

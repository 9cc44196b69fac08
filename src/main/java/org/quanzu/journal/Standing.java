package org.quanzu.journal;

import org.jspecify.annotations.Nullable;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Level;

/** How a person stands after an event; {@code validUntilMillis} is the epoch millisecond the level lasts until. */
public record Standing(
        String level,
        @Nullable String family,
        int score,
        @Nullable Long validUntilMillis) {
    public static final Standing NONE = new Standing(Level.NONE.code(), null, 0, null);

    public static Standing of(Assessment assessment) {
        return new Standing(
                assessment.level(),
                assessment.family(),
                assessment.score(),
                assessment.validUntil() == null
                        ? null
                        : (Long) assessment.validUntil().toInstant().toEpochMilli());
    }

    /** This standing, or none once its level has ended. */
    public Standing at(long nowMillis) {
        return validUntilMillis != null && validUntilMillis < nowMillis ? NONE : this;
    }
}

package org.quanzu.assessor;

import org.jspecify.annotations.Nullable;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Level;
import org.quanzu.scoring.Levels;

/** The level in force of a person; {@code validUntilMillis} is the epoch millisecond it lasts until, null without end. */
public record CurrentLevel(
        String level,
        @Nullable String family,
        int score,
        @Nullable Long validUntilMillis) {
    public static final CurrentLevel NONE = new CurrentLevel(Level.NONE.code(), null, 0, null);

    public static CurrentLevel of(Assessment assessment) {
        return new CurrentLevel(
                assessment.level(),
                assessment.family(),
                assessment.score(),
                assessment.validUntil() == null
                        ? null
                        : (Long) assessment.validUntil().toInstant().toEpochMilli());
    }

    /** This level, or none once it has ended. */
    public CurrentLevel at(long nowMillis) {
        return validUntilMillis != null && validUntilMillis < nowMillis ? NONE : this;
    }

    /**
     * The level after {@code assessment}: the higher of its own and this one, as long as this one is valid. A quiet event
     * does not calm a case, and one that came too late to matter changes nothing.
     */
    public CurrentLevel after(Assessment assessment, Levels levels) {
        if (assessment.late()) {
            return this;
        }
        CurrentLevel now = of(assessment);
        CurrentLevel valid = at(assessment.occurredAt().toInstant().toEpochMilli());
        boolean higher =
                levels.byCode(valid.level()).rank() > levels.byCode(now.level()).rank();
        return higher ? valid : now;
    }
}

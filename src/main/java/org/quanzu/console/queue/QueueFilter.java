package org.quanzu.console.queue;

import org.jspecify.annotations.Nullable;

/** Which rows of the queue to show; null and empty are no condition. */
public record QueueFilter(
        @Nullable String level,
        @Nullable String family,
        @Nullable String unit,
        @Nullable Who who) {
    public QueueFilter {
        level = emptyToNull(level);
        family = emptyToNull(family);
        unit = emptyToNull(unit);
    }

    private static @Nullable String emptyToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    public boolean isEmpty() {
        return level == null && family == null && unit == null && who == null;
    }

    /** Cases nobody works on, or those of the operator. */
    public enum Who {
        FREE,
        MINE
    }
}

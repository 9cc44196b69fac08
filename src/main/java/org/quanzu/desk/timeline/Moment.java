package org.quanzu.desk.timeline;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One event on the timeline. {@code amount} is null where no money moved, {@code seconds} where nothing lasted (a call in
 * progress has null too); {@code other} is the number, account or app, masked. {@code evidence}: a reason of the latest
 * warning rests on it.
 */
public record Moment(
        String eventId,
        String type,
        OffsetDateTime at,
        @Nullable String direction,
        @Nullable String detail,
        @Nullable BigDecimal amount,
        @Nullable Integer seconds,
        @Nullable String other,
        String level,
        boolean evidence) {
    private static final String ENDED = "ENDED";

    /** This state of a call after an earlier one: it began then, and has lasted until this one if it is over now. */
    Moment after(Moment earlier) {
        OffsetDateTime began = earlier.at.isBefore(at) ? earlier.at : at;
        Integer lasted = seconds == null && ENDED.equals(detail)
                ? (Integer) (int) Duration.between(began, at).toSeconds()
                : seconds;
        return new Moment(
                eventId, type, began, direction, detail, amount, lasted, other, level, evidence || earlier.evidence);
    }

    /** Whether this is a call of which nothing later than its answering is known. */
    public boolean isTalking() {
        return "call".equals(type) && seconds == null && "ACTIVE".equals(detail);
    }
}

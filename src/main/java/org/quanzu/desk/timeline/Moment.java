package org.quanzu.desk.timeline;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One event on the timeline. {@code money} is null where no money moved, {@code seconds} where nothing lasted (a call in
 * progress has null too); {@code other} is the number, account or app, masked. {@code evidence}: a reason of the latest
 * warning rests on it. {@code delay} is how long it took to arrive, null where that was an hour at most.
 */
public record Moment(
        String eventId,
        String type,
        OffsetDateTime at,
        @Nullable String direction,
        @Nullable String detail,
        @Nullable Money money,
        @Nullable Integer seconds,
        @Nullable String other,
        String level,
        boolean evidence,
        @Nullable Duration delay) {

    /**
     * Money that moved; {@code returned} is the part of it that came back, null when none did; {@code probableDouble}: it is
     * known under another id already, which counts.
     */
    public record Money(Amount paid, @Nullable Amount returned, boolean probableDouble) {}

    /** Whether this is a call of which nothing later than its answering is known. */
    public boolean isTalking() {
        return "call".equals(type) && seconds == null && "ACTIVE".equals(detail);
    }
}

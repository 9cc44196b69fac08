package org.quanzu.desk.timeline;

import java.math.BigDecimal;
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
        boolean evidence) {}

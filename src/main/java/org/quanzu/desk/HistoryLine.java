package org.quanzu.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that happened to a case; {@code who} is an operator or {@link #DESK}, {@code what} a code. */
public record HistoryLine(
        int episode,
        Instant at,
        String who,
        String what,
        @Nullable String detail) {
    /** The author of what happens by itself. */
    public static final String DESK = "quanzu";

    /** What operators and time do to a case; warnings do more. */
    public enum What {
        TAKEN,
        HANDED_BACK,
        LEASE_ENDED,
        ATTEMPTED,
        PUT_OFF,
        READY,
        CONCLUDED,
        CLOSED,
        FOLLOW_UP_DUE,
        ESCALATED,
        LEVEL_LOWERED,
        VULNERABLE,
        NOT_VULNERABLE,
        PINNED,
        UNPINNED,
        OFFERED,
        OFFER_ACCEPTED,
        OFFER_RETURNED,
        ORDERED,
        ORDER_DECIDED
    }
}

package org.quanzu.outreach.banks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A payment that was answered HOLD, and what the desk found; {@code at} is when it was decided. */
public record PaymentHold(
        String source,
        String eventId,
        String personId,
        Instant until,
        State state,
        @Nullable Instant at) {

    /** How it stands. */
    public enum State {
        /** Nobody decided yet. */
        HELD,
        /** The desk found a scam. */
        CONFIRMED,
        /** The desk found the payment genuine. */
        RELEASED,
        /** The hold ended before anybody decided. */
        LAPSED
    }

    /** As it stands at this time. */
    PaymentHold at(Instant now) {
        return state == State.HELD && !until.isAfter(now)
                ? new PaymentHold(source, eventId, personId, until, State.LAPSED, until)
                : this;
    }

    PaymentHold decided(State decision, Instant when) {
        return new PaymentHold(source, eventId, personId, until, decision, when);
    }
}

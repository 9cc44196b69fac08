package org.quanzu.fact;

import org.jspecify.annotations.Nullable;
import org.quanzu.event.CallEvent;
import org.quanzu.event.CallEvent.State;
import org.quanzu.event.Direction;

/**
 * A call with all its states so far. One in progress ends now, as far as anybody knows. A call may come in several legs
 * (handed over, waiting), each recorded as a call of its own; the further ones count as part of the first.
 */
public final class Call extends Fact {
    private static final int MILLIS = 1000;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int UNKNOWN = -1;
    private static final long LONGEST_MILLIS = 4 * 3_600_000L;
    private static final long GAP_MILLIS = 5000;

    private final String callId;
    private final boolean incoming;
    private final boolean answered;
    private final boolean inProgress;
    private final long lengthMillis;
    private final KnownNumber number;
    private final boolean furtherLeg;

    private Call(
            Fact first,
            String callId,
            boolean incoming,
            boolean answered,
            boolean inProgress,
            long lengthMillis,
            KnownNumber number) {
        super(first.eventId(), first.source(), first.getStartMillis(), first.offsetSeconds());
        this.callId = callId;
        this.incoming = incoming;
        this.answered = answered;
        this.inProgress = inProgress;
        this.lengthMillis = lengthMillis;
        this.number = number;
        furtherLeg = false;
    }

    private Call(CallEvent event, KnownNumber number) {
        super(event.header());
        callId = event.callId();
        incoming = event.direction() == Direction.IN;
        answered = event.answered();
        inProgress = event.state() == State.ACTIVE && event.durationSeconds() == null;
        lengthMillis = event.durationSeconds() == null ? UNKNOWN : event.durationSeconds() * (long) MILLIS;
        this.number = number;
        furtherLeg = false;
    }

    private Call(Call call, KnownNumber number, boolean furtherLeg) {
        super(call.eventId(), call.source(), call.getStartMillis(), call.offsetSeconds());
        callId = call.callId;
        incoming = call.incoming;
        answered = call.answered;
        inProgress = call.inProgress;
        lengthMillis = call.lengthMillis;
        this.number = number;
        this.furtherLeg = furtherLeg;
    }

    public static Call of(CallEvent event, KnownNumber number) {
        return new Call(event, number);
    }

    /** This call after a further state arrived, which may also be an earlier one that comes late. */
    public Call then(CallEvent event) {
        long at = event.occurredAt().toInstant().toEpochMilli();
        Call other = new Call(event, number);
        Fact first = at < getStartMillis() ? other : this;
        boolean ended = event.state() == State.ENDED || ended();
        long length = lengthMillis;
        if (event.durationSeconds() != null) {
            length = event.durationSeconds() * (long) MILLIS;
        } else if (event.state() == State.ENDED) {
            length = Math.max(0, at - first.getStartMillis()) / MILLIS * MILLIS;
        }
        boolean talking = inProgress || other.inProgress;
        return new Call(first, callId, incoming, answered || event.answered(), talking && !ended, length, number);
    }

    /** This call as seen at {@code nowMillis}: one in progress has lasted until then, unless its end must have been lost. */
    public Call at(long nowMillis) {
        long elapsed = Math.max(0, nowMillis - getStartMillis());
        if (!inProgress) {
            return this;
        }
        return elapsed > LONGEST_MILLIS
                ? new Call(this, callId, incoming, answered, false, UNKNOWN, number)
                : new Call(this, callId, incoming, answered, true, elapsed, number);
    }

    /** This call with what the history says: of its number, and whether it is a further leg of an earlier call. */
    public Call with(KnownNumber known, boolean further) {
        return new Call(this, known, further);
    }

    /** This call and, as its further leg, one that {@link #continues} it. */
    public Call and(Call leg) {
        boolean known = lengthMillis != UNKNOWN || leg.lengthMillis != UNKNOWN;
        long length = Math.max(endMillis(), leg.endMillis()) - getStartMillis();
        return new Call(
                this,
                callId,
                incoming,
                answered || leg.answered,
                inProgress || leg.inProgress,
                known ? length : UNKNOWN,
                number);
    }

    /** Whether this is a leg of {@code earlier}: same number and direction, begun before its end or within 5 seconds of it. */
    public boolean continues(Call earlier) {
        return getStartMillis() >= earlier.getStartMillis()
                && getStartMillis() <= earlier.lastMillis() + GAP_MILLIS
                && incoming == earlier.incoming
                && number.getValue() != null
                && number.getValue().equals(earlier.number.getValue());
    }

    private long lastMillis() {
        return inProgress ? Math.max(endMillis(), getStartMillis() + LONGEST_MILLIS) : endMillis();
    }

    /** Whether the history has this as part of an earlier call. */
    public boolean furtherLeg() {
        return furtherLeg;
    }

    private boolean ended() {
        return !inProgress && lengthMillis != UNKNOWN;
    }

    public String callId() {
        return callId;
    }

    @Override
    public long getDurationMillis() {
        return lengthMillis == UNKNOWN ? 0 : lengthMillis;
    }

    @Override
    public boolean settled() {
        return !inProgress;
    }

    @Word("the person was called")
    public boolean isIncoming() {
        return incoming;
    }

    @Word("the person called")
    public boolean isOutgoing() {
        return !incoming;
    }

    @Word("somebody picked up")
    public boolean isAnswered() {
        return answered;
    }

    @Word("the last known state is ACTIVE")
    public boolean isInProgress() {
        return inProgress;
    }

    @Word(value = "length in whole minutes; until now while in progress", example = "minutes >= 3")
    public @Nullable Integer getMinutes() {
        Integer seconds = getSeconds();
        return seconds == null ? null : (Integer) (seconds / SECONDS_PER_MINUTE);
    }

    @Word("length in seconds; until now while in progress")
    public @Nullable Integer getSeconds() {
        return lengthMillis == UNKNOWN ? null : (Integer) (int) Math.min(Integer.MAX_VALUE, lengthMillis / MILLIS);
    }

    @Word(value = "the other number", example = "number.overseas")
    public KnownNumber getNumber() {
        return number;
    }
}

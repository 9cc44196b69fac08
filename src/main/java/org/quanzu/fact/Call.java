package org.quanzu.fact;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.quanzu.watchlist.NumberPlan;
import org.quanzu.watchlist.PhoneNumber;

/**
 * A call with all its states so far. One in progress ends now, as far as anybody knows. A call may come in several legs
 * (handed over, waiting), each recorded as a call of its own; the further ones count as part of the first.
 */
public final class Call extends Fact {
    private static final int MILLIS = 1000;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final long GAP_MILLIS = 5000;

    private final String callId;
    private final boolean incoming;
    private final CallCourse course;
    private final boolean answered;
    private final boolean inProgress;
    private final long lengthMillis;
    private final KnownNumber number;
    private final boolean furtherLeg;

    /** Whose id it is: ids of calls are unique within a source, for a while. */
    public record Id(String source, String callId, boolean incoming) {}

    private Call(Id id, CallCourse course, KnownNumber number, ZoneId zone) {
        super(course.first().eventId(), id.source(), course.startMillis(), zone);
        callId = id.callId();
        incoming = id.incoming();
        this.course = course;
        answered = course.isAnswered();
        inProgress = course.isInProgress();
        lengthMillis = course.lengthMillis();
        this.number = number;
        furtherLeg = false;
    }

    private Call(Call call, KnownNumber number, boolean furtherLeg, ZoneId zone) {
        super(call.eventId(), call.source(), call.getStartMillis(), zone);
        callId = call.callId;
        incoming = call.incoming;
        course = call.course;
        answered = call.answered;
        inProgress = call.inProgress;
        lengthMillis = call.lengthMillis;
        this.number = number;
        this.furtherLeg = furtherLeg;
    }

    private Call(Call call, boolean answered, boolean inProgress, long lengthMillis) {
        super(call.eventId(), call.source(), call.getStartMillis(), call.zone());
        callId = call.callId;
        incoming = call.incoming;
        course = call.course;
        number = call.number;
        furtherLeg = false;
        this.answered = answered;
        this.inProgress = inProgress;
        this.lengthMillis = lengthMillis;
    }

    public static Call of(Id id, CallState only, KnownNumber number, ZoneId zone) {
        return new Call(id, CallCourse.of(only), number, zone);
    }

    /** A call about whose number, read by {@code plan}, nothing is known yet. */
    public static Call of(Id id, CallCourse course, NumberPlan plan, ZoneId zone) {
        PhoneNumber number = plan.read(course.number().value());
        return new Call(id, course, KnownNumber.of(number, course.otherPeople()), zone);
    }

    public Id id() {
        return new Id(source(), callId, incoming);
    }

    public boolean hasId(Id id) {
        return callId.equals(id.callId()) && source().equals(id.source()) && incoming == id.incoming();
    }

    public CallCourse course() {
        return course;
    }

    /** This call as seen at {@code nowMillis}: one in progress has lasted until then, unless its end must have been lost. */
    public Call at(long nowMillis) {
        if (!inProgress) {
            return this;
        }
        long elapsed = Math.max(0, nowMillis - getStartMillis());
        return elapsed > CallCourse.LONGEST_MILLIS
                ? new Call(this, answered, false, CallState.UNKNOWN)
                : new Call(this, answered, true, elapsed);
    }

    /** This call with what the history says: of its number, and whether it is a further leg of an earlier call. */
    public Call with(KnownNumber known, boolean further, ZoneId zone) {
        return new Call(this, known, further, zone);
    }

    public Call with(KnownNumber known) {
        return new Call(this, known, furtherLeg, zone());
    }

    /** This call and, as its further leg, one that {@link #continues} it. */
    public Call and(Call leg) {
        boolean known = lengthMillis != CallState.UNKNOWN || leg.lengthMillis != CallState.UNKNOWN;
        long length = Math.max(endMillis(), leg.endMillis()) - getStartMillis();
        return new Call(
                this, answered || leg.answered, inProgress || leg.inProgress, known ? length : CallState.UNKNOWN);
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
        return inProgress ? Math.max(endMillis(), getStartMillis() + CallCourse.LONGEST_MILLIS) : endMillis();
    }

    /** Whether the history has this as part of an earlier call. */
    public boolean furtherLeg() {
        return furtherLeg;
    }

    @Override
    public long getDurationMillis() {
        return Math.max(0, lengthMillis);
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
        return lengthMillis == CallState.UNKNOWN
                ? null
                : (Integer) (int) Math.min(Integer.MAX_VALUE, lengthMillis / MILLIS);
    }

    @Word(value = "the other number", example = "number.overseas")
    public KnownNumber getNumber() {
        return number;
    }
}

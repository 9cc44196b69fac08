package org.quanzu.fact;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.CallEvent;
import org.quanzu.event.CallEvent.State;
import org.quanzu.watchlist.PhoneNumber;

/**
 * What one event told of a call. {@code lengthMillis} is negative where no length is told; {@code untilMillis} is the
 * receiving time where the call would end after it. Times are epoch milliseconds.
 */
public record CallState(
        String eventId,
        long atMillis,
        State state,
        boolean answered,
        long lengthMillis,
        long untilMillis,
        PhoneNumber number,
        @Nullable Integer otherPeople) {
    public static final long UNKNOWN = -1;
    /** The order of states in time; at the same time a call rings before it is talked, and is talked before it ends. */
    public static final Comparator<CallState> ORDER = Comparator.comparingLong(CallState::atMillis)
            .thenComparing(CallState::state)
            .thenComparing(CallState::eventId);

    private static final long NEVER = Long.MAX_VALUE;
    private static final long MILLIS = 1000;

    public CallState {
        boolean ahead = lengthMillis > 0 && atMillis + lengthMillis > untilMillis;
        untilMillis = ahead ? untilMillis : NEVER;
    }

    public static CallState of(
            CallEvent event, long atMillis, long untilMillis, PhoneNumber number, @Nullable Integer otherPeople) {
        return new CallState(
                event.header().eventId(),
                atMillis,
                event.state(),
                event.answered(),
                length(event),
                untilMillis,
                number,
                otherPeople);
    }

    /** A length told before the end is one only where the sender has no ENDED: an ACTIVE with a length above zero. */
    private static long length(CallEvent event) {
        Integer seconds = event.durationSeconds();
        boolean told = seconds != null && (event.state() == State.ENDED || event.state() == State.ACTIVE && seconds > 0);
        return seconds == null || !told ? UNKNOWN : seconds * MILLIS;
    }

    boolean isLengthTold() {
        return lengthMillis != UNKNOWN;
    }

    /** Whether the call is over after this. */
    boolean isEnd() {
        return state == State.ENDED || isLengthTold();
    }

    /** Whether the two say the same of a call, at different times. */
    boolean saysTheSameAs(CallState other) {
        return state == other.state
                && answered == other.answered
                && lengthMillis == other.lengthMillis
                && untilMillis == other.untilMillis
                && number.equals(other.number)
                && Objects.equals(otherPeople, other.otherPeople);
    }

    boolean isLive() {
        return state == State.ACTIVE && !isEnd();
    }
}

package org.quanzu.fact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanzu.watchlist.PhoneNumber;

/**
 * The states of one call in order of time, and what follows from them all, in whatever order they arrived. Ids of calls
 * are used again: states of the same id are of one call only where numbers agree and none begins after the call ended.
 */
public final class CallCourse {
    /** How long a call is believed to go on when nobody tells of its end. */
    static final long LONGEST_MILLIS = 4 * 3_600_000L;

    private static final long DAY_MILLIS = 24 * 3_600_000L;
    private static final long GAP_MILLIS = 5000;
    /** What is told within this time of the receiving time is told at the end of the call, if that cannot have been its start. */
    private static final long AT_THE_END_MILLIS = 5 * 60_000L;

    private static final int MANY = 32;
    private static final CallState[] NONE = {};

    private final CallState[] states;

    private CallCourse(CallState[] states) {
        this.states = states;
    }

    /** The course of these states, in order of time. */
    public static CallCourse of(CallState... states) {
        return new CallCourse(states.clone());
    }

    /** The calls that {@code states} of one id, source and direction are of, in order of time. */
    public static List<CallCourse> split(Collection<CallState> states) {
        CallState[] sorted = states.toArray(NONE);
        Arrays.sort(sorted, CallState.ORDER);
        List<CallCourse> calls = new ArrayList<>();
        for (CallState state : sorted) {
            int at = calls.size() - 1;
            while (at >= 0 && !calls.get(at).takes(state)) {
                at--;
            }
            if (at < 0) {
                calls.add(of(state));
            } else {
                calls.set(at, calls.get(at).and(state));
            }
        }
        return calls;
    }

    /** With one more state; after {@value #MANY} only the last of those that say the same in a row is kept. */
    private CallCourse and(CallState state) {
        int size = states.length;
        boolean again = size >= MANY
                && state.saysTheSameAs(last())
                && state.atMillis() - states[size - 2].atMillis() <= LONGEST_MILLIS;
        CallState[] more = Arrays.copyOf(states, again ? size : size + 1);
        more[more.length - 1] = state;
        return new CallCourse(more);
    }

    /** Whether {@code next}, the next in order of time, tells of this call. */
    private boolean takes(CallState next) {
        if (!agrees(next.number())) {
            return false;
        }
        long at = next.atMillis();
        long last = last().atMillis();
        if (!isEnded()) {
            long most = next.isEnd() ? DAY_MILLIS : LONGEST_MILLIS;
            return at - Math.max(0, next.lengthMillis()) <= last + most;
        }
        long end = Math.max(last, startMillis() + Math.max(0, lengthMillis()));
        if (at <= end) {
            return true;
        }
        long begin = at - next.lengthMillis();
        return next.isLengthTold() && startMillis() - GAP_MILLIS <= begin && begin <= end;
    }

    private boolean agrees(PhoneNumber other) {
        PhoneNumber known = number();
        return known.value().isEmpty()
                || other.value().isEmpty()
                || known.value().equals(other.value());
    }

    private CallState last() {
        return states[states.length - 1];
    }

    public List<CallState> states() {
        return List.of(states);
    }

    /** Whether {@code state} is among these, or of the time when they were told. */
    public boolean tells(CallState state) {
        return Arrays.asList(states).contains(state)
                || first().atMillis() <= state.atMillis() && state.atMillis() <= last().atMillis();
    }

    CallState first() {
        return states[0];
    }

    boolean isEnded() {
        for (CallState state : states) {
            if (state.isEnd()) {
                return true;
            }
        }
        return false;
    }

    boolean isInProgress() {
        return isLive() && !isEnded();
    }

    private boolean isLive() {
        for (CallState state : states) {
            if (state.isLive()) {
                return true;
            }
        }
        return false;
    }

    boolean isAnswered() {
        for (CallState state : states) {
            if (state.answered()) {
                return true;
            }
        }
        return false;
    }

    /** The first number told that is not hidden. */
    PhoneNumber number() {
        for (CallState state : states) {
            if (!state.number().value().isEmpty()) {
                return state.number();
            }
        }
        return first().number();
    }

    /** What the first state says that says it. */
    @Nullable Integer otherPeople() {
        for (CallState state : states) {
            if (state.otherPeople() != null) {
                return state.otherPeople();
            }
        }
        return null;
    }

    /**
     * When the call began: with its first state, or, where that is told just now as the end of a call that cannot have begun
     * now, so long before. Told later, the length is wrong, and the call ends when it was told of at the latest.
     */
    public long startMillis() {
        CallState told = told();
        long start = first().atMillis();
        if (told == null || !first().isEnd() || start + told.lengthMillis() <= told.untilMillis()) {
            return start;
        }
        return told.untilMillis() - start <= AT_THE_END_MILLIS ? told.untilMillis() - told.lengthMillis() : start;
    }

    /** The length told last, up to the receiving time, or until the end was told; negative when it is not known. */
    long lengthMillis() {
        CallState told = told();
        if (told != null) {
            return Math.max(0, Math.min(told.lengthMillis(), told.untilMillis() - startMillis()));
        }
        return isEnded() && states.length > 1 ? last().atMillis() - startMillis() : CallState.UNKNOWN;
    }

    /** The last state that tells the length. */
    private @Nullable CallState told() {
        for (int i = states.length - 1; i >= 0; i--) {
            if (states[i].isLengthTold()) {
                return states[i];
            }
        }
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallCourse course && Arrays.equals(states, course.states);
    }

    @Override
    public int hashCode() {
        return Objects.hash((Object[]) states);
    }
}

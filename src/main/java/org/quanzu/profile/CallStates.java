package org.quanzu.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Direction;
import org.quanzu.fact.Call;
import org.quanzu.fact.CallCourse;
import org.quanzu.fact.CallState;
import org.quanzu.fact.Fact;

/** Joins the states told of calls of one id to calls; a state may belong to one known, or show that one was two. */
final class CallStates {
    private static final Fact[] NO_FACTS = {};

    private CallStates() {}

    static Call.Id id(CallEvent event) {
        return new Call.Id(event.header().source(), event.callId(), event.direction() == Direction.IN);
    }

    static long start(CallState only) {
        return CallCourse.of(only).startMillis();
    }

    static boolean knows(Profile profile, Call.Id id) {
        for (Fact fact : profile.array()) {
            if (is(fact, id)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(Fact fact, Call.Id id) {
        return fact instanceof Call call && call.hasId(id);
    }

    /** The facts of {@code profile} in order of time with the calls of this id as they are with {@code state}. */
    static Fact[] with(Profile profile, Call.Id id, CallState state) {
        List<Fact> facts = new ArrayList<>();
        List<CallState> states = new ArrayList<>();
        states.add(state);
        for (Fact fact : profile.array()) {
            if (is(fact, id)) {
                states.addAll(((Call) fact).course().states());
            } else {
                facts.add(fact);
            }
        }
        for (CallCourse course : CallCourse.split(states)) {
            facts.add(Call.of(id, course, profile.lists().numberPlan(), profile.attributes().zone()));
        }
        facts.sort(Profile.ORDER);
        return facts.toArray(NO_FACTS);
    }

    /** The call of this id that {@code state} belongs to. */
    static Fact find(Fact[] facts, Call.Id id, CallState state) {
        Fact found = null;
        for (Fact fact : facts) {
            if (is(fact, id) && ((Call) fact).course().tells(state)) {
                boolean itself = ((Call) fact).course().states().contains(state);
                found = found == null || itself ? fact : found;
            }
        }
        return Objects.requireNonNull(found);
    }
}

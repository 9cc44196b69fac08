package org.quanzu.profile;

import java.util.List;
import org.quanzu.fact.Call;
import org.quanzu.fact.Fact;

/** Finds the calls that come in several legs. A profile keeps every leg; rules see the whole call under its first one. */
final class Legs {
    private Legs() {}

    /** Whether {@code call} is a leg of one of the first {@code end} facts, which begin no later. */
    static boolean isFurther(Call call, Fact[] facts, int end) {
        for (int i = end - 1; i >= 0; i--) {
            if (facts[i] instanceof Call earlier && call.continues(earlier)) {
                return true;
            }
        }
        return false;
    }

    /** Adds a further leg to the call it belongs to, the last of {@code calls} it continues. */
    static void join(List<Fact> calls, Call leg) {
        int whole = whole(calls, leg);
        if (whole < 0) {
            calls.add(leg);
        } else {
            calls.set(whole, ((Call) calls.get(whole)).and(leg));
        }
    }

    /** Where the whole call is that {@code leg} belongs to; negative when there is none. */
    static int whole(List<Fact> facts, Call leg) {
        for (int i = facts.size() - 1; i >= 0; i--) {
            if (facts.get(i) instanceof Call earlier && leg.continues(earlier)) {
                return i;
            }
        }
        return -1;
    }
}

package org.quanzu.rules;

import java.util.List;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Now;

/**
 * What one pattern asks of a fact, as far as it can be told from the fact and the present alone: its type, the conditions
 * on it alone, and its distance in time from now. A condition that fails with an error counts as met, so that the engine
 * meets the error too.
 */
record Need(Class<?> type, List<Alone> alone, List<FromNow> fromNow) {

    /** A condition on one fact. */
    interface Alone {
        boolean test(Object fact) throws Exception;
    }

    /** A condition on a fact's distance from the present. */
    interface FromNow {
        boolean test(Fact fact, Now now) throws Exception;
    }

    boolean suits(Fact fact) {
        return type.isInstance(fact) && meets(fact);
    }

    boolean meets(Object value) {
        try {
            for (Alone condition : alone) {
                if (!condition.test(value)) {
                    return false;
                }
            }
        } catch (Exception e) {
            return true;
        }
        return true;
    }

    boolean suitsNow(Fact fact, Now now) {
        try {
            for (FromNow condition : fromNow) {
                if (!condition.test(fact, now)) {
                    return false;
                }
            }
        } catch (Exception e) {
            return true;
        }
        return true;
    }
}

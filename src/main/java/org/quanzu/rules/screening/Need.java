package org.quanzu.rules.screening;

import java.util.List;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Now;

/**
 * What one pattern asks of a fact, as far as it can be told from the fact and the present alone: its type, the conditions
 * on it alone (by their numbers in {@link Needs}), and its distance in time from now. A condition that fails with an error
 * counts as met, so that the engine meets the error too.
 */
public record Need(Class<?> type, List<Integer> alone, List<FromNow> fromNow) {

    /** A condition on one value. */
    public interface Alone {
        boolean test(Object value) throws Exception;

        default boolean holds(Object value) {
            try {
                return test(value);
            } catch (Exception e) {
                return true;
            }
        }
    }

    /** A condition on a fact and the present. */
    public interface FromNow {
        boolean test(Fact fact, Now now) throws Exception;

        default boolean holds(Fact fact, Now now) {
            try {
                return test(fact, now);
            } catch (Exception e) {
                return true;
            }
        }
    }

    boolean suitsNow(Fact fact, Now now) {
        for (int i = 0; i < fromNow.size(); i++) {
            if (!fromNow.get(i).holds(fact, now)) {
                return false;
            }
        }
        return true;
    }
}

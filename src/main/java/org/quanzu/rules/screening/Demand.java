package org.quanzu.rules.screening;

import java.util.List;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Now;

/**
 * What a rule needs before it can match: the needs it uses at all, of which of them how many facts there must be, and the
 * chain of patterns that must hold together. It asks for less than the rule does, never for more.
 */
@SuppressWarnings("ArrayRecordComponent")
record Demand(int[] used, int[] required, int[] atLeast, List<Link> chain) {
    private static final int MOST_STEPS = 2_000;

    /** A pattern of the chain: its need, and the conditions that tie it to patterns before it. */
    record Link(int need, List<Tie> ties) {}

    /** A condition on facts of the chain by position; the present stands at position -1. */
    @SuppressWarnings("ArrayRecordComponent")
    record Tie(Together condition, int[] positions) {}

    /** A condition on several facts. */
    interface Together {
        boolean test(Object... facts) throws Exception;
    }

    /** Whether there are enough facts of each need, and some of them hold together. */
    boolean isMet(FactsByNeed byNeed, Now now) {
        for (int i = 0; i < required.length; i++) {
            if (byNeed.get(required[i]).size() < atLeast[i]) {
                return false;
            }
        }
        return chain.size() < 2 || new Search(byNeed, now).from(0);
    }

    /** Looks for facts that hold together, one per link; gives up, and says yes, when it takes too long. */
    private final class Search {
        private final FactsByNeed byNeed;
        private final Now now;
        private final Object[] found = new Object[chain.size()];
        private int steps;

        Search(FactsByNeed byNeed, Now now) {
            this.byNeed = byNeed;
            this.now = now;
        }

        boolean from(int position) {
            if (position == found.length) {
                return true;
            }
            Link link = chain.get(position);
            for (Fact fact : byNeed.get(link.need())) {
                if (++steps > MOST_STEPS) {
                    return true;
                }
                found[position] = fact;
                if (holds(link.ties()) && from(position + 1)) {
                    return true;
                }
            }
            return false;
        }

        private boolean holds(List<Tie> ties) {
            for (int i = 0; i < ties.size(); i++) {
                if (!holds(ties.get(i))) {
                    return false;
                }
            }
            return true;
        }

        private boolean holds(Tie tie) {
            Object[] values = new Object[tie.positions().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = tie.positions()[i] < 0 ? now : found[tie.positions()[i]];
            }
            try {
                return tie.condition().test(values);
            } catch (Exception e) {
                return true;
            }
        }
    }
}

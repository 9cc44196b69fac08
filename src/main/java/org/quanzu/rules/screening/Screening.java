package org.quanzu.rules.screening;

import java.util.ArrayList;
import java.util.List;
import org.drools.model.Condition;
import org.jspecify.annotations.Nullable;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Now;

/**
 * Keeps away from the engine what cannot matter: rules whose demand the facts at hand cannot meet, and facts a rule cannot
 * use. It never changes which rules match.
 */
public final class Screening {
    private final Needs needs = new Needs();
    private final List<Demand> demands = new ArrayList<>();

    /** A screening for rules with these conditions; rules are told apart by their index in the list. */
    public Screening(List<Condition> rules) {
        rules.forEach(rule -> demands.add(Demands.of(rule, needs)));
    }

    /** The facts at hand, sorted by the needs they meet now. */
    public final class Sorted {
        private final List<Fact> facts;
        private final Now now;
        private final FactsByNeed byNeed;

        Sorted(List<Fact> facts, Now now) {
            this.facts = facts;
            this.now = now;
            byNeed = new FactsByNeed(needs.size());
            for (int i = 0; i < facts.size(); i++) {
                sort(facts.get(i));
            }
        }

        private void sort(Fact fact) {
            for (int need : needs.metBy(fact)) {
                if (needs.get(need).suitsNow(fact, now)) {
                    byNeed.add(need, fact);
                }
            }
        }

        /** The facts the rule at {@code index} could match with, in order of time, or null when it cannot match. */
        public @Nullable List<Fact> relevant(int index) {
            Demand demand = demands.get(index);
            if (!demand.isMet(byNeed, now)) {
                return null;
            }
            List<Fact> relevant = new ArrayList<>();
            for (Fact fact : facts) {
                if (isUsed(fact, demand.used())) {
                    relevant.add(fact);
                }
            }
            return relevant;
        }

        private boolean isUsed(Fact fact, int[] used) {
            for (int met : needs.metBy(fact)) {
                for (int need : used) {
                    if (met == need && needs.get(need).suitsNow(fact, now)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    /** Sorts {@code facts}; {@code now} is the present they are seen from. */
    public Sorted sort(List<Fact> facts, Now now) {
        return new Sorted(facts, now);
    }
}

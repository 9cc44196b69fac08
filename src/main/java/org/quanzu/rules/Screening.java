package org.quanzu.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drools.model.Condition;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Now;
import org.quanzu.rules.Demands.Demand;

/**
 * Keeps away from the engine what cannot matter: rules whose needs the facts at hand cannot meet, and facts that no
 * remaining rule can use. It never changes which rules match.
 */
final class Screening {
    private final Needs needs = new Needs();
    private final List<Demand> demands = new ArrayList<>();

    Screening(List<CompiledRule> rules) {
        for (CompiledRule rule : rules) {
            demands.add(Demands.of(view(rule), needs));
        }
    }

    private static Condition view(CompiledRule rule) {
        return (Condition) rule.model().getRules().stream()
                .filter(one -> one.getName().equals(rule.name()))
                .findFirst()
                .orElseThrow()
                .getView();
    }

    /** The facts any rule could still match with, or nothing when no rule can match. */
    Optional<List<Fact>> relevant(List<Fact> facts, Now now) {
        boolean[] wanted = new boolean[needs.size()];
        if (!markWanted(count(facts, now), wanted)) {
            return Optional.empty();
        }
        List<Fact> relevant = new ArrayList<>(facts.size());
        for (int i = 0; i < facts.size(); i++) {
            if (isWanted(facts.get(i), now, wanted)) {
                relevant.add(facts.get(i));
            }
        }
        return Optional.of(relevant);
    }

    private int[] count(List<Fact> facts, Now now) {
        int[] counts = new int[needs.size()];
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            for (int need : needs.metBy(fact)) {
                if (needs.get(need).suitsNow(fact, now)) {
                    counts[need]++;
                }
            }
        }
        return counts;
    }

    /** Marks the needs of rules that may match; false when there is no such rule. */
    private boolean markWanted(int[] counts, boolean[] wanted) {
        boolean any = false;
        for (int i = 0; i < demands.size(); i++) {
            Demand demand = demands.get(i);
            if (isMet(demand, counts)) {
                any = true;
                for (int need : demand.used()) {
                    wanted[need] = true;
                }
            }
        }
        return any;
    }

    private static boolean isMet(Demand demand, int[] counts) {
        for (int i = 0; i < demand.required().length; i++) {
            if (counts[demand.required()[i]] < demand.atLeast()[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isWanted(Fact fact, Now now, boolean[] wanted) {
        for (int need : needs.metBy(fact)) {
            if (wanted[need] && needs.get(need).suitsNow(fact, now)) {
                return true;
            }
        }
        return false;
    }
}

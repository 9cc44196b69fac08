package org.quanzu.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Now;
import org.quanzu.rulefile.Step;

/** Tells where a rule fails on its very first pattern of an event, straight from the predicates of its model. */
final class FirstPattern {
    private FirstPattern() {}

    /** The first step no fact passes, or null when some fact passes the first pattern or it cannot be told. */
    static @Nullable Step failure(CompiledRule rule, List<Fact> facts, Now now) {
        Pattern<?> pattern = firstPattern(rule.view());
        int header = !rule.steps().isEmpty() && rule.steps().get(0).text().contains("Now(") ? 1 : 0;
        if (pattern == null) {
            return null;
        }
        List<Constraint> constraints = Demands.flatten(pattern.getConstraint());
        if (rule.steps().size() <= header + constraints.size()) {
            return null;
        }
        List<Fact> left = new ArrayList<>(facts);
        left.removeIf(fact -> !pattern.getPatternVariable().getType().isInstance(fact));
        for (int i = 0; i < constraints.size() && !left.isEmpty(); i++) {
            keep(left, constraints.get(i), now);
            header++;
        }
        return left.isEmpty() ? rule.steps().get(header) : null;
    }

    private static @Nullable Pattern<?> firstPattern(Condition view) {
        for (Condition condition : view.getSubConditions()) {
            if (!(condition instanceof Pattern<?> pattern) || condition.getType() != Condition.Type.PATTERN) {
                return null;
            }
            if (pattern.getPatternVariable().getType() != Now.class) {
                return pattern;
            }
        }
        return null;
    }

    private static void keep(List<Fact> left, Constraint constraint, Now now) {
        Optional<Need.Alone> alone = Demands.alone(constraint);
        Optional<Need.FromNow> fromNow = Demands.fromNow(constraint);
        Need need = new Need(
                Fact.class,
                alone.map(List::of).orElse(List.of()),
                fromNow.map(List::of).orElse(List.of()));
        left.removeIf(fact -> !need.suits(fact) || !need.suitsNow(fact, now));
    }
}

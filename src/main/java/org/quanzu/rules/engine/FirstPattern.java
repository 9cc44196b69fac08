package org.quanzu.rules.engine;

import java.util.ArrayList;
import java.util.List;
import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.Pattern;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Now;
import org.quanzu.rulefile.Step;
import org.quanzu.rules.screening.Constraints;

/** Tells where a rule fails on its very first pattern of an event, straight from the predicates of its model. */
final class FirstPattern {
    private FirstPattern() {}

    /** The first step no fact passes, or null when some fact passes the first pattern or it cannot be told. */
    static @Nullable Step failure(CompiledRule rule, List<Fact> facts, Now now) {
        Pattern<?> pattern = firstPattern(rule.view());
        int header = !rule.source().steps().isEmpty()
                        && rule.source().steps().get(0).text().contains("Now(")
                ? 1
                : 0;
        if (pattern == null) {
            return null;
        }
        List<Constraint> constraints = Constraints.flatten(pattern.getConstraint());
        if (rule.source().steps().size() <= header + constraints.size()) {
            return null;
        }
        List<Fact> left = new ArrayList<>(facts);
        left.removeIf(fact -> !pattern.getPatternVariable().getType().isInstance(fact));
        for (int i = 0; i < constraints.size() && !left.isEmpty(); i++) {
            keep(left, constraints.get(i), pattern.getPatternVariable(), now);
            header++;
        }
        return left.isEmpty() ? rule.source().steps().get(header) : null;
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

    private static void keep(List<Fact> left, Constraint constraint, Variable<?> variable, Now now) {
        Constraints.alone(constraint, variable).ifPresent(alone -> left.removeIf(fact -> !alone.holds(fact)));
        Constraints.fromNow(constraint).ifPresent(fromNow -> left.removeIf(fact -> !fromNow.holds(fact, now)));
    }
}

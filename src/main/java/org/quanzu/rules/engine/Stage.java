package org.quanzu.rules.engine;

import java.util.ArrayList;
import java.util.List;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.Step;
import org.quanzu.rules.matching.Assignment;

/**
 * A part of a rule's model and the steps of the rule file it stands for: a pattern with a step for its head and one for each
 * constraint, the present the printer adds with none, or anything else, whole, with one. Steps count from 0.
 */
record Stage(List<Condition> conditions, int firstStep, List<Step> steps) {
    private static final String HIDDEN_NOW = "$now_";

    /** The stages of {@code rule} in order, or null when they do not stand for its steps one to one. */
    static @Nullable List<Stage> of(CompiledRule rule) {
        List<Stage> stages = new ArrayList<>();
        List<Step> left = rule.source().steps();
        for (Condition condition : rule.view().getSubConditions()) {
            if (condition.getType() == Condition.Type.EVAL && !stages.isEmpty()) {
                stages.add(stages.remove(stages.size() - 1).with(condition));
            } else if (condition.getType() != Condition.Type.CONSEQUENCE) {
                int steps = steps(condition, left);
                if (steps < 0) {
                    return null;
                }
                int first = rule.source().steps().size() - left.size();
                stages.add(new Stage(List.of(condition), first, left.subList(0, steps)));
                left = left.subList(steps, left.size());
            }
        }
        return left.isEmpty() ? stages : null;
    }

    /** How many of the steps that are left stand for {@code condition}, or -1 when no number fits. */
    private static int steps(Condition condition, List<Step> left) {
        if (condition.getType() != Condition.Type.PATTERN) {
            return left.isEmpty() ? -1 : 1;
        }
        Pattern<?> pattern = (Pattern<?>) condition;
        if (HIDDEN_NOW.equals(pattern.getPatternVariable().getName())) {
            return 0;
        }
        int parts = Assignment.constraints(pattern).size();
        int steps = 1;
        while (steps < left.size() && parts > 0) {
            parts -= left.get(steps++).parts();
        }
        return parts == 0 && !left.isEmpty() && pattern.getBindings().isEmpty() ? steps : -1;
    }

    boolean isPattern() {
        return conditions.get(0).getType() == Condition.Type.PATTERN;
    }

    /** The number of the first step that fails when {@code held} constraints of the pattern hold before one does not. */
    int failed(int held) {
        int step = 1;
        int left = held;
        while (step < steps.size() && left >= steps.get(step).parts()) {
            left -= steps.get(step++).parts();
        }
        return firstStep + Math.min(step, steps.size());
    }

    /** What must hold of the results of an accumulation stands behind it. */
    private Stage with(Condition result) {
        List<Condition> all = new ArrayList<>(conditions);
        all.add(result);
        return new Stage(List.copyOf(all), firstStep, steps);
    }
}

package org.quanzu.rules.engine;

import java.util.List;
import org.drools.model.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Now;
import org.quanzu.rulefile.Step;
import org.quanzu.rules.matching.Assignment;
import org.quanzu.rules.matching.Unclear;

/**
 * Looks for the facts that take a rule through most of its steps, with the very predicates of its model. The first step none
 * of them gets through is where the rule failed.
 */
final class StepSearch {
    private final List<Stage> stages;
    private final Assignment assignment;
    private int passed;

    private StepSearch(List<Stage> stages, Assignment assignment) {
        this.stages = stages;
        this.assignment = assignment;
    }

    /** The first step that failed, or null when it cannot be told or every step holds. */
    static @Nullable Step failure(CompiledRule rule, List<Fact> facts, Now now) {
        List<Stage> stages = Stage.of(rule);
        if (stages == null) {
            return null;
        }
        StepSearch search = new StepSearch(stages, new Assignment(facts, now));
        try {
            return search.from(0) ? null : rule.source().steps().get(search.passed);
        } catch (RuntimeException | StackOverflowError e) {
            return null;
        }
    }

    private boolean from(int position) {
        if (position == stages.size()) {
            return true;
        }
        Stage stage = stages.get(position);
        if (stage.conditions().get(0) instanceof Pattern<?> pattern && stage.isPattern()) {
            return assignment.pattern(pattern, held -> pass(stage, held), () -> from(position + 1));
        }
        return assignment.solve(stage.conditions(), () -> {
            pass(stage, 0);
            return from(position + 1);
        });
    }

    private void pass(Stage stage, int held) {
        passed = Math.max(passed, stage.failed(held));
    }
}

package org.quanzu.console.board;

import java.util.IntSummaryStatistics;
import java.util.List;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.Actions;
import org.quanzu.scoring.Family;
import org.quanzu.scoring.Levels;
import org.springframework.stereotype.Component;

/** How many minutes people have at a level: the first step of people in the plan, from the strictest family to the mildest. */
@Component
class Deadlines {
    private final RuleSets ruleSets;

    Deadlines(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    /** Minimum and maximum over the families; a count of 0 where people have nothing to do. */
    IntSummaryStatistics of(String level) {
        List<Actions.Row> rows = ruleSets.current().actions().rows().stream()
                .filter(row -> row.level().equals(level))
                .toList();
        return ruleSets.current().families().stream()
                .filter(Family::ofScam)
                .map(family -> plan(rows, family.id()))
                .filter(plan -> plan.getCount() > 0)
                .mapToInt(plan -> (int) plan.getMin())
                .summaryStatistics();
    }

    private static IntSummaryStatistics plan(List<Actions.Row> rows, String family) {
        boolean own = rows.stream().anyMatch(row -> row.family().equals(family));
        return rows.stream()
                .filter(row -> row.family().equals(own ? family : Levels.Row.ANY))
                .filter(row -> !Actions.Row.MACHINES.contains(row.unit()))
                .mapToInt(Actions.Row::deadlineMinutes)
                .summaryStatistics();
    }
}

package org.quanzu.scoring;

import java.util.List;

/** The rows of {@code actions.csv}; a family without rows of its own at a level has those of {@code *}. */
public record Actions(List<Row> rows) {

    public Actions {
        rows = List.copyOf(rows);
    }

    List<Row> plan(String family, Level level) {
        List<Row> own = rows(family, level);
        return own.isEmpty() ? rows(Levels.Row.ANY, level) : own;
    }

    private List<Row> rows(String family, Level level) {
        return rows.stream()
                .filter(row -> row.family().equals(family) && row.level().equals(level.code()))
                .toList();
    }

    Decision decision(List<Row> plan) {
        return plan.stream().map(Row::decision).max(Decision::compareTo).orElse(Decision.ALLOW);
    }

    /** One step of the plan for a family at a level, from {@code actions.csv}. */
    public record Row(
            String family,
            String level,
            Decision decision,
            String action,
            String channel,
            String unit,
            int deadlineMinutes,
            String script) {
        /** The action that says how long a hold lasts: a named human confirms or releases it until its deadline. */
        public static final String CONFIRM_HOLD = "CONFIRM_HOLD";
    }
}

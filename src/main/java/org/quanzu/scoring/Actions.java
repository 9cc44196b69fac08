package org.quanzu.scoring;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of {@code actions.csv}; a family without rows of its own at a level has those of {@code *}. */
public final class Actions {
    private final List<Row> rows;
    private final Map<String, Map<String, List<Row>>> byLevelAndFamily;

    public Actions(List<Row> rows) {
        this.rows = List.copyOf(rows);
        byLevelAndFamily = rows.stream()
                .collect(Collectors.groupingBy(Row::level, HashMap::new, Collectors.groupingBy(Row::family)));
    }

    public List<Row> rows() {
        return rows;
    }

    /** What the bank should do with a payment that cannot be scored, of a person with this family and level in force. */
    public Decision decision(String family, Level level) {
        return decision(plan(family, level));
    }

    /** Until when a payment made at {@code now} would be held at this level; null where nobody confirms holds. */
    public @Nullable OffsetDateTime holdUntil(String family, Level level, OffsetDateTime now) {
        return plan(family, level).stream()
                .filter(row -> row.action().equals(Row.CONFIRM_HOLD))
                .map(row -> now.plusMinutes(row.deadlineMinutes()))
                .findFirst()
                .orElse(null);
    }

    List<Row> plan(String family, Level level) {
        Map<String, List<Row>> byFamily = byLevelAndFamily.getOrDefault(level.code(), Map.of());
        List<Row> common = byFamily.getOrDefault(Levels.Row.ANY, List.of());
        return byFamily.getOrDefault(family, common);
    }

    Decision decision(List<Row> plan) {
        if (plan.isEmpty()) {
            return Decision.ALLOW;
        }
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

        /** Who acts without people working a case; every other unit is one of {@code units.csv}. */
        public static final Set<String> MACHINES = Set.of("AUTOMATIC", "BANK");
    }
}

package org.quanzu.desk.timeline;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The latest warning of a person as it went out: why, and what is to be done. */
public record Latest(
        String eventId,
        OffsetDateTime occurredAt,
        String level,
        @Nullable String family,
        int score,
        @Nullable String stage,
        String decision,
        BigDecimal amountAtRisk,
        List<Reason> reasons,
        List<Step> plan,
        List<String> missing) {

    public Latest {
        reasons = List.copyOf(reasons);
        plan = List.copyOf(plan);
        missing = List.copyOf(missing);
    }

    /** A rule that matched, in both languages; {@code events} are the ids of its evidence. */
    public record Reason(String rule, int points, String evidence, String en, String zh, List<String> events) {
        public Reason {
            events = List.copyOf(events);
        }
    }

    /** One step of the plan. */
    public record Step(
            String action,
            String channel,
            String unit,
            OffsetDateTime dueAt,
            @Nullable String script) {}
}

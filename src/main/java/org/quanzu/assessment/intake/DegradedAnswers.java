package org.quanzu.assessment.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessment.AssessmentJson;
import org.quanzu.assessor.CurrentLevel;
import org.quanzu.event.Direction;
import org.quanzu.event.Event;
import org.quanzu.event.TransactionEvent;
import org.quanzu.fact.Surroundings;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Decision;
import org.quanzu.scoring.Family;
import org.quanzu.scoring.Level;
import org.quanzu.scoring.RuleSet;

/**
 * The answers to events that could not be scored in time: the level in force with the decision of that level, at least
 * {@code floor} for an outgoing payment, and no reasons.
 */
final class DegradedAnswers {
    private final RuleSets ruleSets;
    private final Decision floor;

    DegradedAnswers(RuleSets ruleSets, Decision floor) {
        this.ruleSets = ruleSets;
        this.floor = floor;
    }

    /** The answer at {@code nowMillis}; no event happened later than that. */
    byte[] answer(Event event, String personId, CurrentLevel current, long nowMillis) {
        RuleSet rules = ruleSets.current();
        List<String> families =
                rules.families().stream().filter(Family::ofScam).map(Family::id).toList();
        Assessment nothing = AssessmentJson.nothing(event, personId, rules.version(), families, 0);
        Decision decision = decision(event, current, rules);
        return AssessmentJson.writeDegraded(new Assessment(
                nothing.assessmentId(),
                personId,
                nothing.eventId(),
                nothing.occurredAt(),
                current.level(),
                current.family(),
                current.score(),
                nothing.scores(),
                null,
                false,
                decision,
                decision == Decision.HOLD ? holdUntil(event, current, rules, nowMillis) : null,
                nothing.amountAtRisk(),
                List.of(),
                List.of(),
                List.of(),
                rules.version(),
                null,
                false,
                List.of(),
                List.of(),
                false,
                List.of()));
    }

    private Decision decision(Event event, CurrentLevel current, RuleSet rules) {
        if (!(event instanceof TransactionEvent payment) || payment.direction() != Direction.OUT) {
            return Decision.ALLOW;
        }
        Decision ofLevel = rules.actions().decision(family(current), level(current, rules));
        return ofLevel.compareTo(floor) < 0 ? floor : ofLevel;
    }

    private static @Nullable OffsetDateTime holdUntil(
            Event event, CurrentLevel current, RuleSet rules, long nowMillis) {
        long at = Surroundings.UNKNOWN.receivedAt(nowMillis, false).timeOf(event);
        return rules.actions()
                .holdUntil(
                        family(current),
                        level(current, rules),
                        Instant.ofEpochMilli(at).atOffset(event.occurredAt().getOffset()));
    }

    private static String family(CurrentLevel current) {
        return Objects.requireNonNullElse(current.family(), "");
    }

    private static Level level(CurrentLevel current, RuleSet rules) {
        return rules.levels().byCode(current.level());
    }
}

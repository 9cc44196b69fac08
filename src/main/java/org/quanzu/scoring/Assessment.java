package org.quanzu.scoring;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.EventKey;

/**
 * The result for one event. {@code scores} has every scam family, 0 to 100. {@code holdUntil}, {@code family},
 * {@code stage} and {@code validUntil} are null where they do not apply. {@code late}: the event came more than 72 hours
 * behind the person's latest one and was only stored. {@code experimental} names rules that matched without counting,
 * {@code cutOff} rules that joined too much and were not finished. {@code protectiveTransfer}: the payment is allowed because
 * an officer excepted it. {@code notes} are the codes of {@link Note}s, in order of the alphabet.
 */
public record Assessment(
        String assessmentId,
        String personId,
        String eventId,
        OffsetDateTime occurredAt,
        String level,
        @Nullable String family,
        int score,
        Map<String, Integer> scores,
        Rule.@Nullable Stage stage,
        boolean implicated,
        Decision decision,
        @Nullable OffsetDateTime holdUntil,
        BigDecimal amountAtRisk,
        List<PlanStep> plan,
        List<Reason> reasons,
        List<Evidence> missing,
        String ruleSet,
        @Nullable OffsetDateTime validUntil,
        boolean late,
        List<String> experimental,
        List<String> cutOff,
        boolean protectiveTransfer,
        List<String> notes) {

    /** The same with one more note. */
    Assessment with(Note note) {
        return new Assessment(
                assessmentId,
                personId,
                eventId,
                occurredAt,
                level,
                family,
                score,
                scores,
                stage,
                implicated,
                decision,
                holdUntil,
                amountAtRisk,
                plan,
                reasons,
                missing,
                ruleSet,
                validUntil,
                late,
                experimental,
                cutOff,
                protectiveTransfer,
                Stream.concat(notes.stream(), Stream.of(note.code())).sorted().toList());
    }

    /** The same with this payment allowed, for an officer excepted it; the person's level and the other steps stay. */
    Assessment excepted() {
        return new Assessment(
                assessmentId,
                personId,
                eventId,
                occurredAt,
                level,
                family,
                score,
                scores,
                stage,
                implicated,
                Decision.ALLOW,
                null,
                amountAtRisk,
                plan.stream()
                        .filter(step -> !step.action().equals(Actions.Row.CONFIRM_HOLD))
                        .toList(),
                reasons,
                missing,
                ruleSet,
                validUntil,
                late,
                experimental,
                cutOff,
                true,
                notes);
    }

    /** The case of a person: one for life, opened again when need be. */
    public static String caseOf(String personId) {
        return "c-" + UUID.nameUUIDFromBytes(("case:" + personId).getBytes(StandardCharsets.UTF_8));
    }

    /** The case this belongs to; null when nobody has to do anything. */
    public @Nullable String caseId() {
        return firstStepOfPeople() == null ? null : caseOf(personId);
    }

    /** What people have to do first; null when the plan has nothing for people. */
    public @Nullable PlanStep firstStepOfPeople() {
        PlanStep first = null;
        for (PlanStep step : plan) {
            if (!Actions.Row.MACHINES.contains(step.unit())
                    && (first == null || step.dueAt().isBefore(first.dueAt()))) {
                first = step;
            }
        }
        return first;
    }

    /** The id of the assessment of the event with this key, the same whenever it is made. */
    public static String idOf(EventKey key) {
        return uuidOf(key).toString();
    }

    /** The id as a number. */
    public static UUID uuidOf(EventKey key) {
        String name = key.source().length() + ":" + key.source() + key.eventId();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** One dissuasion action with its deadline. */
    public record PlanStep(String action, String channel, String unit, OffsetDateTime dueAt, String script) {}

    /** A hit in words; {@code events} are the ids of its evidence in order of time. */
    public record Reason(String rule, int points, Evidence evidence, Text text, List<String> events) {}
}

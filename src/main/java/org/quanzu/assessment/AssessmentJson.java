package org.quanzu.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quanzu.event.Event;
import org.quanzu.eventjson.JsonText;
import org.quanzu.eventjson.StoredEventReader;
import org.quanzu.journal.EventStore.First;
import org.quanzu.journal.JournalRecord;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Assessment.PlanStep;
import org.quanzu.scoring.Assessment.Reason;
import org.quanzu.scoring.Decision;
import org.quanzu.scoring.Evidence;
import org.quanzu.scoring.Level;

/** An assessment as it goes out; one that found nothing can be written again from little. */
public final class AssessmentJson {
    private static final BigDecimal NO_AMOUNT = new BigDecimal("0.00");

    private AssessmentJson() {}

    public static byte[] write(Assessment assessment) {
        return text(assessment).toBytes();
    }

    /** The same, marked as given before the event was durable. */
    public static byte[] writeDegraded(Assessment assessment) {
        return text(assessment)
                .put("degraded", Boolean.TRUE)
                .put("stored", Boolean.FALSE)
                .toBytes();
    }

    private static JsonText text(Assessment assessment) {
        JsonText text = new JsonText()
                .put("assessmentId", assessment.assessmentId())
                .put("personId", assessment.personId())
                .put("eventId", assessment.eventId())
                .put("occurredAt", assessment.occurredAt())
                .put("level", assessment.level())
                .put("family", assessment.family())
                .put("score", (Integer) assessment.score())
                .open("scores");
        assessment.scores().forEach(text::put);
        text.close()
                .put("stage", assessment.stage())
                .put("implicated", (Boolean) assessment.implicated())
                .put("decision", assessment.decision())
                .put("holdUntil", assessment.holdUntil())
                .put("amountAtRisk", assessment.amountAtRisk())
                .each("plan", assessment.plan(), AssessmentJson::step)
                .each("reasons", assessment.reasons(), AssessmentJson::reason)
                .put("missing", assessment.missing().stream().map(Enum::name).toList())
                .put("ruleSet", assessment.ruleSet())
                .put("validUntil", assessment.validUntil())
                .put("caseId", assessment.caseId());
        if (assessment.late()) {
            text.put("late", Boolean.TRUE);
        }
        if (assessment.protectiveTransfer()) {
            text.put("protectiveTransfer", Boolean.TRUE);
        }
        names(text, "experimental", assessment.experimental());
        names(text, "cutOff", assessment.cutOff());
        names(text, "notes", assessment.notes());
        return text;
    }

    private static void step(JsonText text, PlanStep step) {
        text.put("action", step.action())
                .put("channel", step.channel())
                .put("unit", step.unit())
                .put("dueAt", step.dueAt())
                .put("script", step.script());
    }

    private static void reason(JsonText text, Reason reason) {
        text.put("rule", reason.rule())
                .put("points", (Integer) reason.points())
                .put("evidence", reason.evidence())
                .open("text")
                .put("en", reason.text().en())
                .put("zh", reason.text().zh())
                .close()
                .put("events", reason.events());
    }

    private static void names(JsonText text, String name, List<String> names) {
        if (!names.isEmpty()) {
            text.put(name, names);
        }
    }

    /** What {@link #nothing} needs to know beside the event, the person and the rule set. */
    public static int flags(Assessment assessment) {
        int flags = assessment.late() ? JournalRecord.TOO_LATE : 0;
        flags |= assessment.protectiveTransfer() ? JournalRecord.PROTECTIVE_TRANSFER : 0;
        for (Evidence evidence : assessment.missing()) {
            flags |= 1 << evidence.ordinal();
        }
        return flags;
    }

    /** Whether {@link #nothing} with the flags of {@code assessment} is equal to it. */
    public static boolean isNothing(Assessment assessment) {
        return assessment.reasons().isEmpty()
                && assessment.experimental().isEmpty()
                && assessment.cutOff().isEmpty()
                && assessment.notes().isEmpty()
                && assessment.plan().isEmpty()
                && assessment.level().equals(Level.NONE.code())
                && assessment.family() == null
                && assessment.stage() == null
                && assessment.holdUntil() == null
                && assessment.validUntil() == null
                && assessment.score() == 0
                && !assessment.implicated()
                && assessment.decision() == Decision.ALLOW
                && assessment.amountAtRisk().equals(NO_AMOUNT)
                && assessment.scores().values().stream().allMatch(score -> score == 0);
    }

    /** The assessment of an event that met no rule. */
    public static Assessment nothing(Event event, String personId, String ruleSet, List<String> families, int flags) {
        Map<String, Integer> scores = new TreeMap<>();
        families.forEach(family -> scores.put(family, 0));
        List<Evidence> missing = new ArrayList<>();
        for (Evidence evidence : Evidence.values()) {
            if ((flags & 1 << evidence.ordinal()) != 0) {
                missing.add(evidence);
            }
        }
        return new Assessment(
                Assessment.idOf(event.key()),
                personId,
                event.header().eventId(),
                event.occurredAt(),
                Level.NONE.code(),
                null,
                0,
                scores,
                null,
                false,
                Decision.ALLOW,
                null,
                NO_AMOUNT,
                List.of(),
                List.of(),
                missing,
                ruleSet,
                null,
                (flags & JournalRecord.TOO_LATE) != 0,
                List.of(),
                List.of(),
                (flags & JournalRecord.PROTECTIVE_TRANSFER) != 0,
                List.of());
    }

    /** The first answer again, to the byte. */
    public static byte[] again(First first) {
        byte[] kept = first.assessment();
        return kept != null
                ? kept
                : write(nothing(
                        StoredEventReader.read(first.body()),
                        first.personId(),
                        first.ruleSet(),
                        first.families(),
                        first.flags()));
    }
}

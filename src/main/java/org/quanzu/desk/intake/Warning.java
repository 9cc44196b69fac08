package org.quanzu.desk.intake;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.Direction;
import org.quanzu.event.Event;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.journal.Line;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Assessment.PlanStep;
import org.quanzu.scoring.Text;

/**
 * What an assessment says to the desk. {@code unit} works the case until {@code dueAt}, counted from when the event was
 * received; {@code late}: the event was more than an hour old by then.
 */
record Warning(
        String caseId,
        String personId,
        String level,
        int levelRank,
        String family,
        int score,
        BigDecimal amountAtRisk,
        Text why,
        String unit,
        Instant receivedAt,
        Instant eventAt,
        Instant dueAt,
        boolean late,
        Trace trace,
        Spoken spoken) {
    private static final Duration STALE = Duration.ofHours(1);

    /** When the call began that goes on now, what the event tells about payments, and what is newly paid with it. */
    record Trace(@Nullable Instant liveCallAt, PaymentTrace payment, BigDecimal paid) {}

    /** The rules that spoke, those that count and those that are only tried, and the version they are of. */
    record Spoken(List<String> rules, List<String> experimental, String ruleSet) {
        static Spoken of(Assessment assessment) {
            List<String> rules =
                    assessment.reasons().stream().map(Assessment.Reason::rule).toList();
            return new Spoken(rules, assessment.experimental(), assessment.ruleSet());
        }
    }

    enum PaymentTrace {
        NONE,
        ATTEMPTED,
        PAID,
        SETTLED
    }

    boolean hasNewPayment() {
        return trace.payment() == PaymentTrace.ATTEMPTED || trace.payment() == PaymentTrace.PAID;
    }

    static Warning of(Line line, int levelRank) {
        Assessment assessment = Objects.requireNonNull(line.found());
        PaymentTrace payment = payment(line.event(), assessment.implicated());
        return of(
                assessment,
                levelRank,
                Instant.ofEpochMilli(line.receivedMillis()),
                new Trace(live(line.liveCallMillis()), payment, paid(line.event(), payment)));
    }

    /** A warning that follows from what is known, not from an event. */
    static Warning revised(Assessment assessment, int levelRank, Instant at) {
        return of(assessment, levelRank, at, new Trace(null, PaymentTrace.NONE, BigDecimal.ZERO));
    }

    private static Warning of(Assessment assessment, int levelRank, Instant received, Trace trace) {
        PlanStep step = Objects.requireNonNull(assessment.firstStepOfPeople());
        Instant eventAt = assessment.occurredAt().toInstant();
        Duration allowed = Duration.between(assessment.occurredAt(), step.dueAt());
        return new Warning(
                Assessment.caseOf(assessment.personId()),
                assessment.personId(),
                assessment.level(),
                levelRank,
                Objects.requireNonNullElse(assessment.family(), "general"),
                assessment.score(),
                assessment.amountAtRisk(),
                why(assessment),
                step.unit(),
                received,
                eventAt,
                received.plus(allowed.isNegative() ? Duration.ZERO : allowed),
                eventAt.plus(STALE).isBefore(received),
                trace,
                Spoken.of(assessment));
    }

    /** The strongest reason in words. */
    private static Text why(Assessment assessment) {
        return assessment.reasons().isEmpty()
                ? new Text("", "")
                : assessment.reasons().get(0).text();
    }

    private static @Nullable Instant live(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static BigDecimal paid(Event event, PaymentTrace payment) {
        boolean anew = payment == PaymentTrace.ATTEMPTED || payment == PaymentTrace.PAID;
        return anew && event instanceof TransactionEvent paid ? paid.amount() : BigDecimal.ZERO;
    }

    private static PaymentTrace payment(Event event, boolean implicated) {
        if (event instanceof TransactionStatusEvent) {
            return PaymentTrace.SETTLED;
        }
        if (!(event instanceof TransactionEvent payment) || payment.direction() != Direction.OUT || !implicated) {
            return PaymentTrace.NONE;
        }
        return switch (payment.status()) {
            case ATTEMPTED -> PaymentTrace.ATTEMPTED;
            case COMPLETED -> PaymentTrace.PAID;
            default -> PaymentTrace.NONE;
        };
    }
}

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
import org.quanzu.journal.consumer.DeliveredRecord;
import org.quanzu.journal.consumer.DeliveredRecord.Kind;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Assessment.PlanStep;
import org.quanzu.scoring.Text;

/**
 * What an assessment says to the desk. {@code unit} works the case until {@code dueAt}, counted from when the event was
 * received; {@code late}: the event was more than an hour old by then.
 */
record Warning(
        Place place,
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

    /** Where its record stands in the journal; what was set aside may come after later ones. */
    record Place(long seq, boolean setAside) {
        boolean isBehind(long lastSeq) {
            return !setAside && seq <= lastSeq;
        }
    }

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

    /** Of a record whose assessment has something for people to do; a re-scoring follows from no event. */
    static Warning of(DeliveredRecord record, Assessment assessment, int levelRank) {
        if (record.kind() != Kind.EVENT) {
            return of(record, assessment, levelRank, new Trace(null, PaymentTrace.NONE, BigDecimal.ZERO));
        }
        Event event = record.content().event();
        PaymentTrace payment = payment(event, assessment.implicated());
        return of(record, assessment, levelRank, new Trace(record.liveCallAt(), payment, paid(event, payment)));
    }

    private static Warning of(DeliveredRecord record, Assessment assessment, int levelRank, Trace trace) {
        Instant received = record.at();
        PlanStep step = Objects.requireNonNull(assessment.firstStepOfPeople());
        Instant eventAt = assessment.occurredAt().toInstant();
        Duration allowed = Duration.between(assessment.occurredAt(), step.dueAt());
        return new Warning(
                new Place(record.seq(), record.setAside()),
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

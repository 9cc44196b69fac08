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
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.journal.consumer.DeliveredRecord;
import org.quanzu.journal.consumer.DeliveredRecord.Kind;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Assessment.PlanStep;
import org.quanzu.scoring.Level;
import org.quanzu.scoring.Note;
import org.quanzu.scoring.Text;
import org.quanzu.watchlist.ExchangeRates;

/**
 * What an assessment says to the desk. {@code unit} works the case until {@code dueAt}, counted from when the event was
 * received; {@code late}: the event was over for more than an hour by then.
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
    private static final BigDecimal NOTHING = BigDecimal.ZERO;
    private static final Duration STALE = Duration.ofHours(1);

    /** Where its record stands in the journal; what was set aside may come after later ones. */
    record Place(long seq, boolean setAside) {
        boolean isBehind(long lastSeq) {
            return !setAside && seq <= lastSeq;
        }
    }

    /** When the call began that goes on now, what the event tells about payments, and what is newly paid with it in the home currency. */
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
        SETTLED;

        boolean isNew() {
            return this == ATTEMPTED || this == PAID;
        }
    }

    boolean hasNewPayment() {
        return trace.payment().isNew();
    }

    /** Of a record whose assessment has something for people to do; a re-scoring follows from no event. */
    static Warning of(DeliveredRecord record, Assessment assessment, Level level, ExchangeRates rates) {
        if (record.kind() != Kind.EVENT) {
            return of(
                    record,
                    assessment,
                    level,
                    assessment.occurredAt().toInstant(),
                    new Trace(null, PaymentTrace.NONE, NOTHING));
        }
        Event event = record.content().event();
        PaymentTrace payment = payment(event, assessment);
        BigDecimal paid =
                payment.isNew() && event instanceof TransactionEvent told ? paid(told, record, rates) : NOTHING;
        return of(record, assessment, level, event.overAt(), new Trace(record.liveCallAt(), payment, paid));
    }

    private static Warning of(DeliveredRecord record, Assessment assessment, Level level, Instant overAt, Trace trace) {
        Instant received = record.at();
        PlanStep step = Objects.requireNonNull(assessment.firstStepOfPeople());
        Instant told = assessment.occurredAt().toInstant();
        Instant eventAt = told.isAfter(received) ? received : told; // nothing happens after it was received
        Duration allowed = Duration.between(
                assessedAs(assessment, level, received), step.dueAt().toInstant());
        return new Warning(
                new Place(record.seq(), record.setAside()),
                Assessment.caseOf(assessment.personId()),
                assessment.personId(),
                assessment.level(),
                level.rank(),
                Objects.requireNonNullElse(assessment.family(), "general"),
                assessment.score(),
                assessment.amountAtRisk(),
                why(assessment),
                step.unit(),
                received,
                eventAt,
                received.plus(allowed.isNegative() ? Duration.ZERO : allowed),
                overAt.plus(STALE).isBefore(received),
                trace,
                Spoken.of(assessment));
    }

    /** The person's present from which the plan counts: an event told late is assessed as of the latest one known. */
    private static Instant assessedAs(Assessment assessment, Level level, Instant received) {
        Instant occurred = assessment.occurredAt().toInstant();
        Instant known = occurred.isAfter(received) ? received : occurred;
        if (assessment.validUntil() == null) {
            return known;
        }
        Instant present = assessment.validUntil().minusHours(level.validHours()).toInstant();
        return present.isBefore(known) || present.isAfter(received) ? known : present;
    }

    /** The strongest reason in words. */
    private static Text why(Assessment assessment) {
        return assessment.reasons().isEmpty()
                ? new Text("", "")
                : assessment.reasons().get(0).text();
    }

    /** In the home currency; money of unknown worth is added to nothing. */
    private static BigDecimal paid(TransactionEvent paid, DeliveredRecord record, ExchangeRates rates) {
        Instant at = paid.occurredAt().toInstant();
        return Objects.requireNonNullElse(
                rates.toHome(paid.amount(), paid.currency(), at.isAfter(record.at()) ? record.at() : at), NOTHING);
    }

    /** A probable double is no new payment; ATTEMPTED undoes nothing. */
    private static PaymentTrace payment(Event event, Assessment assessment) {
        if (event instanceof TransactionStatusEvent became) {
            return became.status() == Status.ATTEMPTED ? PaymentTrace.NONE : PaymentTrace.SETTLED;
        }
        if (!(event instanceof TransactionEvent payment)
                || payment.direction() != Direction.OUT
                || !assessment.implicated()
                || assessment.notes().contains(Note.PROBABLE_DOUBLE.code())) {
            return PaymentTrace.NONE;
        }
        return switch (payment.status()) {
            case ATTEMPTED -> PaymentTrace.ATTEMPTED;
            case COMPLETED -> PaymentTrace.PAID;
            default -> PaymentTrace.NONE;
        };
    }
}

package org.quanzu.desk.timeline;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanzu.desk.timeline.JdbcRecorded.Recorded;
import org.quanzu.event.Counterparty;
import org.quanzu.event.Direction;
import org.quanzu.event.EventKey;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.event.TransactionStatusEvent;

/** Reads payments from the events as the journal wrote them. */
final class JdbcPayments implements Payments {
    private static final int MOST_EVENTS = 200;
    private static final Set<Status> GONE = Set.of(Status.FAILED, Status.RETURNED);
    private final JdbcRecorded events;

    JdbcPayments(JdbcRecorded events) {
        this.events = events;
    }

    @Override
    public List<Payment> outgoing(String personId, Instant since) {
        List<Recorded> latestFirst = events.latest(personId, since, MOST_EVENTS);
        Set<String> evidence = evidence(latestFirst);
        Map<EventKey, Status> became = became(latestFirst);
        return latestFirst.stream()
                .map(Recorded::event)
                .filter(TransactionEvent.class::isInstance)
                .map(TransactionEvent.class::cast)
                .filter(payment ->
                        isOutgoing(payment) && !GONE.contains(became.getOrDefault(payment.key(), payment.status())))
                .map(payment ->
                        payment(payment, evidence.contains(payment.header().eventId())))
                .toList();
    }

    private static Set<String> evidence(List<Recorded> events) {
        Set<String> evidence = new HashSet<>();
        for (Recorded recorded : events) {
            byte[] answer = recorded.answer();
            if (answer != null) {
                AnswerReader.read(answer).reasons().forEach(reason -> evidence.addAll(reason.events()));
            }
        }
        return evidence;
    }

    private static Map<EventKey, Status> became(List<Recorded> latestFirst) {
        Map<EventKey, Status> became = new HashMap<>();
        for (Recorded recorded : latestFirst) {
            if (recorded.event() instanceof TransactionStatusEvent later) {
                became.putIfAbsent(new EventKey(later.header().source(), later.transactionId()), later.status());
            }
        }
        return became;
    }

    private static boolean isOutgoing(TransactionEvent payment) {
        return payment.direction() == Direction.OUT && payment.counterparty().kind() != Counterparty.Kind.CASH;
    }

    private static Payment payment(TransactionEvent event, boolean evidence) {
        Counterparty payee = event.counterparty();
        return new Payment(
                event.header().source() + "|" + event.header().eventId(),
                event.occurredAt().toInstant(),
                event.amount(),
                payee.accountForm() == null ? null : payee.account(),
                payee.bank(),
                payee.name(),
                evidence);
    }
}

package org.quanzu.desk.timeline;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.timeline.JdbcRecorded.Recorded;
import org.quanzu.desk.timeline.JdbcRecorded.Which;
import org.quanzu.event.Counterparty;
import org.quanzu.event.EventKey;
import org.quanzu.event.TransactionEvent;
import org.quanzu.fact.Transaction;
import org.quanzu.profile.PaymentHistory;
import org.quanzu.profile.PaymentHistory.Known;
import org.quanzu.profile.PaymentHistory.Received;
import org.quanzu.rules.RuleSets;
import org.quanzu.watchlist.Watchlists;

/** Reads payments from the events as the journal wrote them. */
final class JdbcPayments implements Payments {
    private static final int MOST_PAYMENTS = 200;
    private static final int MOST_STATUSES = 1_000;
    private static final int MOST_FINDINGS = 200;
    private final JdbcRecorded events;
    private final RuleSets ruleSets;

    JdbcPayments(JdbcRecorded events, RuleSets ruleSets) {
        this.events = events;
        this.ruleSets = ruleSets;
    }

    @Override
    public List<Payment> outgoing(String personId, Instant since) {
        List<Recorded> latestFirst = events.latest(Which.PAYMENTS, personId, since, MOST_PAYMENTS);
        List<Recorded> statuses = events.latest(Which.STATUSES, personId, since, MOST_STATUSES);
        Watchlists lists = ruleSets.current().watchlists();
        Map<EventKey, Known> known = PaymentHistory.of(
                Stream.concat(latestFirst.stream(), statuses.stream())
                        .map(Recorded::received)
                        .toList(),
                lists);
        Set<String> evidence = evidence(events.latest(Which.WITH_FINDINGS, personId, since, MOST_FINDINGS));
        return latestFirst.stream()
                .map(Recorded::received)
                .filter(told -> canBeStopped(known.get(told.event().key())))
                .map(told -> payment(
                        told, Objects.requireNonNull(known.get(told.event().key())), evidence, lists))
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

    private static boolean canBeStopped(@Nullable Known known) {
        return known != null
                && known.payment().isOutgoing()
                && !known.payment().party().isCash()
                && !known.payment().isFailed()
                && !known.payment().isReturned();
    }

    /** A double is evidence of what the payment that counts in its place is evidence of. */
    private static Payment payment(Received told, Known known, Set<String> evidence, Watchlists lists) {
        TransactionEvent event = (TransactionEvent) told.event();
        Counterparty payee = event.counterparty();
        Transaction payment = known.payment();
        EventKey counted = known.counted();
        return new Payment(
                event.header().source() + "|" + event.header().eventId(),
                Instant.ofEpochMilli(told.occurredMillis()),
                new Amount(
                        payment.originalAmountLeft(),
                        payment.getCurrency(),
                        payment.amountLeft(),
                        lists.rates().home()),
                payee.accountForm() == null ? null : payee.account(),
                payee.bank(),
                payee.name(),
                evidence.contains(event.header().eventId()) || counted != null && evidence.contains(counted.eventId()),
                payment.isRepeated());
    }
}

package org.quanzu.profile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.Event;
import org.quanzu.event.EventKey;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.fact.Acquaintance;
import org.quanzu.fact.Attributes;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Habits;
import org.quanzu.fact.Party;
import org.quanzu.fact.Surroundings;
import org.quanzu.fact.Transaction;
import org.quanzu.watchlist.Watchlists;

/** The payments that stored events of one person tell of, with all that became of them, whatever their order of arrival. */
public final class PaymentHistory {
    private final Map<EventKey, Transaction> payments = new HashMap<>();
    private final Watchlists lists;

    private PaymentHistory(Watchlists lists) {
        this.lists = lists;
    }

    /** An event and when it was received. */
    public record Received(Event event, Instant at) {
        /** When it happened as far as it can be true, in epoch milliseconds. */
        public long occurredMillis() {
            return Surroundings.UNKNOWN.receivedAt(at.toEpochMilli(), false).timeOf(event);
        }
    }

    /** A payment; {@code counted} is the id that counts in place of a probable double, null for any other payment. */
    public record Known(Transaction payment, @Nullable EventKey counted) {}

    /** What {@code events} tell of payments, amounts converted by the rates of {@code lists}. */
    public static Map<EventKey, Known> of(Collection<Received> events, Watchlists lists) {
        PaymentHistory history = new PaymentHistory(lists);
        events.forEach(history::add);
        events.forEach(history::settle);
        return history.known();
    }

    private void add(Received received) {
        if (received.event() instanceof TransactionEvent event) {
            long at = received.occurredMillis();
            Party party = Party.of(
                    event.counterparty().accountForm(),
                    event.counterparty().kind(),
                    at,
                    Acquaintance.NONE,
                    null,
                    Attributes.NONE,
                    lists);
            payments.put(
                    event.key(), Transaction.of(event, at, Attributes.NONE.zone(), party, Habits.NONE, lists.rates()));
        }
    }

    private void settle(Received received) {
        if (received.event() instanceof TransactionStatusEvent status) {
            payments.computeIfPresent(
                    new EventKey(status.header().source(), status.transactionId()),
                    (key, payment) -> Update.became(payment, status, received.occurredMillis()));
        }
    }

    private Map<EventKey, Known> known() {
        List<Fact> sorted = new ArrayList<>(payments.values());
        sorted.sort(Profile.ORDER);
        Fact[] facts = sorted.toArray(Fact[]::new);
        for (int i = 0; i < facts.length; i++) {
            Transaction payment = (Transaction) facts[i];
            boolean repeated = Doubles.isDouble(payment, facts, i, i + 1);
            sorted.set(
                    i,
                    payment.with(
                            new Transaction.Around(payment.party(), Habits.NONE, Attributes.NONE.zone(), repeated),
                            lists.rates()));
        }
        Map<EventKey, Known> known = new HashMap<>();
        for (Fact fact : sorted) {
            Transaction payment = (Transaction) fact;
            Transaction counted = payment.isRepeated() ? Doubles.counted(payment, sorted) : null;
            known.put(fact.key(), new Known(payment, counted == null ? null : counted.key()));
        }
        return known;
    }
}

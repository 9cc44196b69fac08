package org.quanzu.desk.timeline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.timeline.JdbcRecorded.Recorded;
import org.quanzu.event.AppActivityEvent;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Event;
import org.quanzu.event.EventKey;
import org.quanzu.event.MessageEvent;
import org.quanzu.event.TransactionEvent;
import org.quanzu.fact.Transaction;
import org.quanzu.profile.PaymentHistory;
import org.quanzu.profile.PaymentHistory.Known;
import org.quanzu.watchlist.Watchlists;

/** Turns events into what is shown of them; the status of a payment is shown with the payment. */
final class Moments {
    private final List<Recorded> recorded;
    private final Set<String> evidence;
    private final Map<EventKey, Known> payments;
    private final Watchlists lists;

    Moments(List<Recorded> recorded, Set<String> evidence, Watchlists lists) {
        this.recorded = recorded;
        this.evidence = evidence;
        this.lists = lists;
        payments = PaymentHistory.of(recorded.stream().map(Recorded::received).toList(), lists);
    }

    /** In no order. */
    List<Moment> all() {
        List<Moment> moments = new ArrayList<>();
        CallMoments calls = new CallMoments(evidence, lists.numberPlan());
        for (Recorded one : recorded) {
            if (one.event() instanceof CallEvent call) {
                calls.add(one, call);
            } else if (one.event() instanceof TransactionEvent payment) {
                moments.add(payment(payment, one));
            } else if (one.event() instanceof MessageEvent message) {
                String themes = String.join(" ", message.themes());
                moments.add(moment(one, word(message.direction()), themes, null, message.sender()));
            } else if (one.event() instanceof AppActivityEvent activity) {
                moments.add(moment(one, null, word(activity.kind()), null, activity.subject()));
            }
        }
        moments.addAll(calls.all());
        return moments;
    }

    private Moment payment(TransactionEvent event, Recorded one) {
        Transaction payment = Objects.requireNonNull(payments.get(event.key())).payment();
        return moment(
                one,
                event.direction().name(),
                word(event.purpose()) + " " + payment.getStatus(),
                money(payment),
                event.counterparty().account());
    }

    private Moment.Money money(Transaction payment) {
        BigDecimal paid = payment.getOriginalAmount();
        BigDecimal returned = paid.subtract(payment.originalAmountLeft());
        BigDecimal worth = payment.getAmount();
        BigDecimal left = payment.amountLeft();
        BigDecimal returnedWorth = worth == null || left == null ? null : worth.subtract(left);
        return new Moment.Money(
                amount(paid, payment, worth),
                returned.signum() == 0 ? null : amount(returned, payment, returnedWorth),
                payment.isRepeated());
    }

    private Amount amount(BigDecimal value, Transaction payment, @Nullable BigDecimal worth) {
        return new Amount(value, payment.getCurrency(), worth, lists.rates().home());
    }

    private static String word(@Nullable Object word) {
        return Objects.toString(word, "");
    }

    private Moment moment(
            Recorded one,
            @Nullable String direction,
            String detail,
            Moment.@Nullable Money money,
            @Nullable String other) {
        Event event = one.event();
        return new Moment(
                event.header().eventId(),
                event.type(),
                event.occurredAt(),
                direction,
                detail.strip(),
                money,
                null,
                Masked.of(other),
                one.level(),
                evidence.contains(event.header().eventId()),
                one.delay());
    }
}

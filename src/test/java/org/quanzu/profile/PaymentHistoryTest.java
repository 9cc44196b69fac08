package org.quanzu.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.BankEvents.BANK;
import static org.quanzu.testkit.BankEvents.NOON;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quanzu.event.Counterparty;
import org.quanzu.event.Direction;
import org.quanzu.event.Event;
import org.quanzu.event.EventKey;
import org.quanzu.event.Header;
import org.quanzu.event.PersonRef;
import org.quanzu.event.Session;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.fact.Transaction;
import org.quanzu.profile.PaymentHistory.Known;
import org.quanzu.profile.PaymentHistory.Received;
import org.quanzu.watchlist.ExchangeRates;
import org.quanzu.watchlist.ExchangeRates.Rate;
import org.quanzu.watchlist.Watchlists;

class PaymentHistoryTest {
    private static final ExchangeRates RATES = new ExchangeRates(
            "CNY", Map.of("JPY", List.of(new Rate(new BigDecimal("0.05"), Instant.parse("2026-01-01T00:00:00Z")))));
    private static final Watchlists LISTS = new Watchlists(
            Watchlists.EMPTY.accounts(),
            Watchlists.EMPTY.numbers(),
            Watchlists.EMPTY.apps(),
            Watchlists.EMPTY.trustedPayees(),
            Watchlists.EMPTY.numberPlan(),
            RATES);

    private static Header header(String id, OffsetDateTime at) {
        return new Header(id, BANK, PersonRef.ofId("p-1"), at);
    }

    private static Event paid(String id, String amount, String currency) {
        return new TransactionEvent(
                header(id, NOON),
                Direction.OUT,
                new BigDecimal(amount),
                currency,
                new Counterparty("acc-1", Counterparty.Kind.PERSONAL, null, null),
                null,
                null,
                Status.COMPLETED,
                null,
                null,
                Session.UNKNOWN);
    }

    private static Event returned(String id, String part) {
        return new TransactionStatusEvent(
                header(id, NOON.plusMinutes(1)), "t-1", Status.RETURNED, new BigDecimal(part));
    }

    private static Known known(String id, Event... events) {
        Instant received = NOON.plusHours(1).toInstant();
        List<Received> all =
                Stream.of(events).map(event -> new Received(event, received)).toList();
        return Objects.requireNonNull(PaymentHistory.of(all, LISTS).get(new EventKey(BANK, id)));
    }

    @Test
    void takesPartsOffInTheCurrencyOfThePaymentAndConvertsWhatIsLeft() {
        Transaction payment = known("t-1", returned("s-1", "50000"), paid("t-1", "170000", "JPY"))
                .payment();

        assertThat(payment.originalAmountLeft()).isEqualByComparingTo("120000");
        assertThat(payment.amountLeft()).isEqualByComparingTo("6000");
    }

    @Test
    void neverTakesOffMoreThanWasPaid() {
        Transaction payment = known("t-1", paid("t-1", "100", "CNY"), returned("s-1", "70"), returned("s-2", "70"))
                .payment();

        assertThat(payment.isReturned()).isTrue();
        assertThat(payment.originalAmountLeft()).isEqualByComparingTo("0");
    }

    @Test
    void knowsNoWorthOfACurrencyWithoutARate() {
        Transaction payment = known("t-1", paid("t-1", "30000000", "VND")).payment();

        assertThat(payment.amountLeft()).isNull();
        assertThat(payment.originalAmountLeft()).isEqualByComparingTo("30000000");
    }

    @Test
    void namesThePaymentThatCountsInPlaceOfADouble() {
        Event[] both = {paid("t-2", "100", "CNY"), paid("t-1", "100", "CNY")};

        assertThat(known("t-1", both)).returns(null, Known::counted);
        assertThat(known("t-2", both)).returns(new EventKey(BANK, "t-1"), Known::counted);
    }
}

package org.quanzu.assessment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.Events.NOON;
import static org.quanzu.testkit.Events.header;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quanzu.event.Counterparty;
import org.quanzu.event.Direction;
import org.quanzu.event.Event;
import org.quanzu.event.Header;
import org.quanzu.event.Session;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.fact.Surroundings;
import org.quanzu.person.ProtectiveTransfers;
import org.quanzu.profile.Profile;
import org.quanzu.profile.Update;
import org.quanzu.watchlist.ExchangeRates;
import org.quanzu.watchlist.NumberPlan;
import org.quanzu.watchlist.Watchlist;
import org.quanzu.watchlist.Watchlists;

class ExceptedAmountTest {
    private static final ExchangeRates RATES = new ExchangeRates(
            "CNY", Map.of("USD", List.of(new ExchangeRates.Rate(new BigDecimal("7"), Instant.EPOCH))));
    private static final Watchlists LISTS =
            new Watchlists(Watchlist.EMPTY, Watchlist.EMPTY, Watchlist.EMPTY, Watchlist.EMPTY, NumberPlan.EMPTY, RATES);
    private static final ProtectiveTransfers.Exception TEN_THOUSAND =
            new ProtectiveTransfers.Exception(NOON.minusHours(1).toInstant(), new BigDecimal("10000"));

    private Profile profile = Profile.empty("p-1");

    @Test
    void coversOneOfThreeAttempts() {
        TransactionEvent first = payment("t-1", "10000", "CNY");
        assertThat(covers(first)).isTrue();

        happened(first);

        assertThat(covers(payment("t-2", "10000", "CNY"))).isFalse();
        assertThat(covers(payment("t-3", "10000", "CNY"))).isFalse();
    }

    @Test
    void coversTheNextAttemptWhenTheFirstHasFailedOrComeBack() {
        for (Status gone : List.of(Status.FAILED, Status.RETURNED)) {
            profile = Profile.empty("p-1");
            happened(payment("t-1", "10000", "CNY"));

            happened(new TransactionStatusEvent(header("s-1", NOON.plusMinutes(1)), "t-1", gone));

            assertThat(covers(payment("t-2", "10000", "CNY"))).as(gone.name()).isTrue();
        }
    }

    @Test
    void countsOtherCurrenciesAtTheirWorth() {
        assertThat(covers(payment("t-1", "1500", "USD"))).isFalse();
        assertThat(covers(payment("t-1", "1000", "USD"))).isTrue();

        happened(payment("t-1", "1000", "USD"));

        assertThat(covers(payment("t-2", "3000", "CNY"))).isTrue();
        assertThat(covers(payment("t-2", "3000.01", "CNY"))).isFalse();
    }

    @Test
    void coversNothingOfUnknownWorthAndNothingAfterIt() {
        assertThat(covers(payment("t-1", "1", "XOF"))).isFalse();

        happened(payment("t-1", "1", "XOF"));

        assertThat(covers(payment("t-2", "1", "CNY"))).isFalse();
    }

    @Test
    void leavesOutWhatWasSentBeforeAndToOthers() {
        happened(payment(header("t-1", NOON.minusHours(2)), "9000", "CNY", "safe"));
        happened(payment(header("t-2", NOON), "9000", "CNY", "other"));

        assertThat(covers(payment("t-3", "10000", "CNY"))).isTrue();
    }

    private boolean covers(TransactionEvent payment) {
        return ExceptedAmount.covers(
                TEN_THOUSAND, profile, payment, payment.occurredAt().toInstant().toEpochMilli(), RATES);
    }

    private void happened(Event event) {
        profile = Update.of(profile, event, Surroundings.UNKNOWN, LISTS).after();
    }

    private static TransactionEvent payment(String eventId, String amount, String currency) {
        return payment(header(eventId, NOON), amount, currency, "safe");
    }

    private static TransactionEvent payment(Header header, String amount, String currency, String account) {
        return new TransactionEvent(
                header,
                Direction.OUT,
                new BigDecimal(amount),
                currency,
                new Counterparty(account, Counterparty.Kind.PERSONAL, null, null),
                null,
                null,
                Status.ATTEMPTED,
                null,
                null,
                Session.UNKNOWN);
    }
}

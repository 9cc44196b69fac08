package org.quanzu.fact;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.Direction;
import org.quanzu.event.Session;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionEvent.Channel;
import org.quanzu.event.TransactionEvent.Purpose;
import org.quanzu.watchlist.ExchangeRates;

/** What the source sent of a payment, which stays as it was; money in its own currency. */
record PaymentDetails(
        boolean outgoing,
        long units,
        String currency,
        @Nullable Purpose purpose,
        @Nullable Channel channel,
        @Nullable String memo,
        long balanceUnits,
        Session session) {

    static PaymentDetails of(TransactionEvent event) {
        return new PaymentDetails(
                event.direction() == Direction.OUT,
                Units.of(event.amount()),
                event.currency(),
                event.purpose(),
                event.channel(),
                event.memoForm(),
                event.balanceBefore() == null ? Units.UNKNOWN : Units.of(event.balanceBefore()),
                event.session());
    }

    /** The amount in the home currency on the day {@code at}, or {@link Units#UNKNOWN} without a rate. */
    long unitsAtHome(ExchangeRates rates, Instant at) {
        return atHome(units, rates, at);
    }

    /** The balance before the payment in the home currency, likewise. */
    long balanceUnitsAtHome(ExchangeRates rates, Instant at) {
        return atHome(balanceUnits, rates, at);
    }

    private long atHome(long money, ExchangeRates rates, Instant at) {
        if (money == Units.UNKNOWN || rates.isHome(currency)) {
            return money;
        }
        BigDecimal home = rates.toHome(Units.toDecimal(money), currency, at);
        return home == null ? Units.UNKNOWN : Units.of(home);
    }

    /** Whether the other one is of the same amount and direction. */
    boolean isSameMoney(PaymentDetails other) {
        return outgoing == other.outgoing && units == other.units && currency.equals(other.currency);
    }
}

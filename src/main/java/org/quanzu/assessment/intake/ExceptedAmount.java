package org.quanzu.assessment.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.TransactionEvent;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Transaction;
import org.quanzu.person.ProtectiveTransfers;
import org.quanzu.profile.Profile;
import org.quanzu.watchlist.ExchangeRates;

/** How much of a protective transfer is used up: all money sent or being sent, until it fails or comes back. */
final class ExceptedAmount {
    private ExceptedAmount() {}

    /**
     * Whether {@code payment}, believed to be made at {@code atMillis} to the account of the exception, stays within it,
     * together with what was sent since; not if a worth is unknown.
     */
    static boolean covers(
            ProtectiveTransfers.Exception exception,
            Profile profile,
            TransactionEvent payment,
            long atMillis,
            ExchangeRates rates) {
        String account = payment.counterparty().accountForm();
        BigDecimal next = rates.toHome(payment.amount(), payment.currency(), Instant.ofEpochMilli(atMillis));
        BigDecimal sent = sent(profile, account, exception.since());
        return next != null && sent != null && sent.add(next).compareTo(exception.amount()) <= 0;
    }

    private static @Nullable BigDecimal sent(Profile profile, @Nullable String account, Instant since) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Fact fact : profile.factsNow()) {
            if (fact instanceof Transaction payment
                    && fact.getStartMillis() >= since.toEpochMilli()
                    && payment.isOutgoing()
                    && !payment.isFailed()
                    && !payment.isReturned()
                    && Objects.equals(account, payment.getPayee().getAccount())) {
                BigDecimal amount = payment.amountLeft();
                if (amount == null) {
                    return null;
                }
                sum = sum.add(amount);
            }
        }
        return sum;
    }
}

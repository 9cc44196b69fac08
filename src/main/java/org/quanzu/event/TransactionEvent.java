package org.quanzu.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.quanzu.canonical.WordForm;

/** A payment of or to the person; amounts are exact decimals in {@code currency}. */
public record TransactionEvent(
        Header header,
        Direction direction,
        BigDecimal amount,
        String currency,
        Counterparty counterparty,
        @Nullable Purpose purpose,
        @Nullable Channel channel,
        Status status,
        @Nullable String memo,
        @Nullable BigDecimal balanceBefore,
        Session session)
        implements Event {

    public TransactionEvent {
        Check.required("/direction", direction);
        amount = Check.amount("/amount", amount);
        currency = Check.currency(currency);
        Check.required("/status", status);
        Check.text("/memo", memo, Check.TEXT_LENGTH);
        balanceBefore = balanceBefore == null ? null : Check.money("/balanceBefore", balanceBefore);
    }

    @Override
    public String type() {
        return "transaction";
    }

    /** The memo in the form in which rules look for words. */
    public @Nullable String memoForm() {
        return WordForm.of(memo);
    }

    /** What the money is for. */
    public enum Purpose {
        TRANSFER,
        PAYMENT,
        LOAN_DRAWDOWN,
        LOAN_REPAYMENT,
        REFUND,
        SALARY,
        CASH_WITHDRAWAL,
        CASH_DEPOSIT,
        GOLD_PURCHASE,
        TOP_UP,
        OTHER
    }

    /** Where it was entered. */
    public enum Channel {
        MOBILE_APP,
        WEB,
        COUNTER,
        ATM,
        QR,
        OTHER
    }

    /** What became of it so far. */
    public enum Status {
        ATTEMPTED,
        COMPLETED,
        FAILED,
        RETURNED
    }
}

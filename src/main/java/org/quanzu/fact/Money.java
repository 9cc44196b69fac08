package org.quanzu.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Money of any currency in words, with the decimals its currency has, or more where there are more. */
public final class Money {
    private Money() {}

    /** Like 170000 JPY, 99.50 USD or 1.250 KWD. */
    public static String of(BigDecimal amount, String currency) {
        int decimals = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        int needed = Math.max(decimals, amount.stripTrailingZeros().scale());
        return amount.setScale(needed, RoundingMode.UNNECESSARY).toPlainString() + " " + currency;
    }
}

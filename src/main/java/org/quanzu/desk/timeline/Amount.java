package org.quanzu.desk.timeline;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.quanzu.fact.Money;
import org.quanzu.watchlist.ExchangeRates;

/** Money as it was paid; {@code atHome} is its worth in the currency {@code home}, null where its own has no exchange rate. */
public record Amount(
        BigDecimal value, String currency, @Nullable BigDecimal atHome, String home) {

    public boolean isForeign() {
        return !currency.equals(home);
    }

    public boolean isYuan() {
        return currency.equals(ExchangeRates.CNY);
    }

    /** Like 170000 JPY. */
    public String original() {
        return Money.of(value, currency);
    }

    /** What it is worth at home; null without an exchange rate. */
    public @Nullable Amount worth() {
        return atHome == null ? null : new Amount(atHome, home, atHome, home);
    }
}

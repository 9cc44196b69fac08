package org.quanzu.watchlist;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of each currency was worth and from when. All rates are of the same currency, whichever that is: the home
 * currency is divided by its own rate, and counts 1 where it has none.
 */
public record ExchangeRates(String home, Map<String, List<Rate>> byCurrency) {
    public static final String CNY = "CNY";
    public static final ExchangeRates NONE = new ExchangeRates(CNY, Map.of());
    private static final int DECIMALS = 2;

    /** What one unit is worth from a moment until the next rate of its currency. */
    public record Rate(BigDecimal rate, Instant validFrom) {}

    public ExchangeRates {
        byCurrency = Map.copyOf(byCurrency);
    }

    /** The same rates for a house that counts in another currency. */
    public ExchangeRates in(String otherHome) {
        return otherHome.equals(home) ? this : new ExchangeRates(otherHome, byCurrency);
    }

    public boolean isHome(String currency) {
        return currency.equals(home);
    }

    /** {@code amount} in the home currency as of {@code at}, with two decimals where it was another; null without a rate. */
    public @Nullable BigDecimal toHome(BigDecimal amount, String currency, Instant at) {
        if (isHome(currency)) {
            return amount;
        }
        BigDecimal rate = rate(currency, at);
        BigDecimal ofHome = byCurrency.containsKey(home) ? rate(home, at) : BigDecimal.ONE;
        return rate == null || ofHome == null
                ? null
                : amount.multiply(rate).divide(ofHome, MathContext.DECIMAL128).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private @Nullable BigDecimal rate(String currency, Instant at) {
        Rate latest = null;
        for (Rate rate : byCurrency.getOrDefault(currency, List.of())) {
            boolean holds = !rate.validFrom().isAfter(at);
            latest = holds && (latest == null || rate.validFrom().isAfter(latest.validFrom())) ? rate : latest;
        }
        return latest == null ? null : latest.rate();
    }
}

package org.quanzu.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quanzu.watchlist.ExchangeRates.Rate;

class ExchangeRatesTest {
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final ExchangeRates RATES = new ExchangeRates(
            "CNY",
            Map.of(
                    "JPY", List.of(rate("0.05", MARCH), rate("0.046", JANUARY)),
                    "USD", List.of(rate("7.2", JANUARY)),
                    "CNY", List.of(rate("1", Instant.EPOCH))));

    @Test
    void convertsByTheRateOfTheTime() {
        assertThat(RATES.toHome(new BigDecimal("170000"), "JPY", JANUARY)).isEqualTo("7820.00");
        assertThat(RATES.toHome(new BigDecimal("170000"), "JPY", MARCH.minusMillis(1)))
                .isEqualTo("7820.00");
        assertThat(RATES.toHome(new BigDecimal("170000"), "JPY", MARCH)).isEqualTo("8500.00");
    }

    @Test
    void knowsNothingBeforeTheFirstRateAndWithoutOne() {
        assertThat(RATES.toHome(BigDecimal.TEN, "JPY", JANUARY.minusMillis(1))).isNull();
        assertThat(RATES.toHome(BigDecimal.TEN, "VND", MARCH)).isNull();
    }

    @Test
    void leavesTheHomeCurrencyAsItIs() {
        assertThat(RATES.toHome(new BigDecimal("0.1234"), "CNY", MARCH)).isEqualTo("0.1234");
        assertThat(ExchangeRates.NONE.toHome(BigDecimal.TEN, "CNY", MARCH)).isEqualTo("10");
    }

    @Test
    void countsInAnotherHomeCurrencyByTheSameFile() {
        ExchangeRates inDollars = RATES.in("USD");

        assertThat(inDollars.toHome(new BigDecimal("7200"), "CNY", MARCH)).isEqualTo("1000.00");
        assertThat(inDollars.toHome(new BigDecimal("7200"), "JPY", MARCH)).isEqualTo("50.00");
        assertThat(inDollars.toHome(new BigDecimal("50"), "USD", MARCH)).isEqualTo("50");
    }

    private static Rate rate(String rate, Instant from) {
        return new Rate(new BigDecimal(rate), from);
    }
}

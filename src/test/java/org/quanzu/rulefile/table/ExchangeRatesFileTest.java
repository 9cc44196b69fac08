package org.quanzu.rulefile.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.rulefile.Problem;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.watchlist.ExchangeRates;

class ExchangeRatesFileTest {
    private static final Instant TODAY = Instant.parse("2026-11-30T04:00:00Z");

    private final Problems problems = new Problems("lists/exchange_rates.csv");

    private ExchangeRates read(String rows) {
        return ExchangeRatesFile.read("currency,rate,valid_from\n" + rows, problems);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USD", "EUR", "JPY", "HKD", "GBP", "KRW", "THB", "VND", "MYR", "PHP", "KWD"})
    void knowsCommonCurrenciesAsShipped(String currency) throws IOException {
        ExchangeRates shipped =
                ExchangeRatesFile.read(Files.readString(Path.of("rules", "lists", "exchange_rates.csv")), problems);

        assertThat(problems.found()).isEmpty();
        assertThat(shipped.toHome(new BigDecimal("1000000"), currency, TODAY)).isPositive();
    }

    @Test
    void beginsADayAtItsMidnight() {
        ExchangeRates rates = read("JPY,0.05,2026-01-01\n");

        assertThat(rates.toHome(BigDecimal.TEN, "JPY", Instant.parse("2025-12-31T16:00:00Z")))
                .isEqualTo("0.50");
        assertThat(rates.toHome(BigDecimal.TEN, "JPY", Instant.parse("2025-12-31T15:59:59Z")))
                .isNull();
    }

    @Test
    void refusesWhatCannotBeMeantWithLineAndAdvice() {
        read("YEN,0.05,2026-01-01\n"
                + "JPY,0,2026-01-01\n"
                + "USD,\"7,2\",2026-01-01\n"
                + "EUR,7.8,\n"
                + "GBP,9.1,01/02/2026\n"
                + "HKD,0.92,2026-01-01\n"
                + "HKD,0.93,2026-01-01\n"
                + ",1,2026-01-01\n");

        assertThat(problems.found()).extracting(Problem::line).containsExactly(2, 3, 4, 5, 6, 8, 9);
        assertThat(problems.found())
                .extracting(problem -> problem.message().lines().findFirst().orElseThrow())
                .containsExactly(
                        "currency is \"YEN\", which is no ISO 4217 code",
                        "rate is \"0\"",
                        "rate is \"7,2\"",
                        "valid_from is empty",
                        "valid_from is \"01/02/2026\"",
                        "HKD has two rates from 2026-01-01",
                        "currency is empty");
    }
}

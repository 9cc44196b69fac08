package org.quanzu.rulefile.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.rulefile.vocabulary.Nearest;
import org.quanzu.watchlist.ExchangeRates;
import org.quanzu.watchlist.ExchangeRates.Rate;

/** Reads {@code lists/exchange_rates.csv}: what one unit of a currency is worth, from a day on. */
public final class ExchangeRatesFile {
    private static final List<String> COLUMNS = List.of("currency", "rate", "valid_from");
    private static final Pattern RATE = Pattern.compile("\\d{1,9}(\\.\\d{1,12})?");

    private ExchangeRatesFile() {}

    public static ExchangeRates read(String text, Problems problems) {
        Map<String, List<Rate>> rates = new HashMap<>();
        for (Row row : Table.read(text, COLUMNS, problems)) {
            String currency = currency(row);
            BigDecimal rate = rate(row);
            row.required("valid_from");
            Instant from = row.time("valid_from", 0);
            if (currency != null && rate != null && from != null) {
                add(row, rates.computeIfAbsent(currency, key -> new ArrayList<>()), new Rate(rate, from));
            }
        }
        return new ExchangeRates(ExchangeRates.CNY, rates);
    }

    private static void add(Row row, List<Rate> rates, Rate rate) {
        if (rates.stream().anyMatch(other -> other.validFrom().equals(rate.validFrom()))) {
            row.error(
                    row.text("currency") + " has two rates from " + row.text("valid_from"),
                    "remove one of them, or change its valid_from");
        }
        rates.add(rate);
    }

    private static @Nullable String currency(Row row) {
        String code = row.required("currency");
        if (code.isEmpty()) {
            return null;
        }
        TreeSet<String> known = new TreeSet<>();
        Currency.getAvailableCurrencies().forEach(currency -> known.add(currency.getCurrencyCode()));
        if (!known.contains(code)) {
            row.error("currency is \"" + code + "\", which is no ISO 4217 code", Nearest.advice(code, known));
            return null;
        }
        return code;
    }

    private static @Nullable BigDecimal rate(Row row) {
        String text = row.required("rate");
        BigDecimal rate = RATE.matcher(text).matches() ? new BigDecimal(text) : BigDecimal.ZERO;
        if (rate.signum() > 0) {
            return rate;
        }
        if (!text.isEmpty()) {
            row.error("rate is \"" + text + "\"", "write what one unit is worth, like 7.1879 or 0.000286");
        }
        return null;
    }
}

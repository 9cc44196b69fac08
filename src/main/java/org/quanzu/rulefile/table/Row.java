package org.quanzu.rulefile.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.rulefile.vocabulary.Nearest;

/** One row of a table and where its values begin; what cannot be read is reported and becomes null. */
record Row(int line, Map<String, String> values, Map<String, Integer> places, Problems problems) {
    private static final Pattern WHOLE = Pattern.compile("\\d{1,7}");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(\\.\\d{1,4})?");
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final Set<String> YES = Set.of("true", "yes");
    private static final Set<String> NO = Set.of("", "false", "no");

    String text(String column) {
        return values.getOrDefault(column, "");
    }

    String required(String column) {
        if (text(column).isEmpty()) {
            error(column, column + " is empty", "fill it in, or remove the row");
        }
        return text(column);
    }

    /** A whole number, or null when empty. */
    @Nullable Integer number(String column, int min, int max) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        int value = WHOLE.matcher(text).matches() ? Integer.parseInt(text) : -1;
        if (value < min || value > max) {
            error(column, column + " is \"" + text + "\"", "write a whole number from " + min + " to " + max);
            return null;
        }
        return value;
    }

    int requiredNumber(String column, int min, int max) {
        required(column);
        Integer value = number(column, min, max);
        return value == null ? min : value;
    }

    @Nullable BigDecimal amount(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        if (!AMOUNT.matcher(text).matches()) {
            error(column, column + " is \"" + text + "\"", "write an amount like 5000 or 99.50");
            return null;
        }
        return new BigDecimal(text);
    }

    boolean truth(String column) {
        String text = text(column).toLowerCase(Locale.ROOT);
        if (!YES.contains(text) && !NO.contains(text)) {
            error(column, column + " is \"" + text + "\"", "write true, or leave it empty");
        }
        return YES.contains(text);
    }

    /** One of the known words; null after a problem was reported. */
    @Nullable String word(String column, Collection<String> known) {
        String text = text(column);
        if (known.contains(text)) {
            return text;
        }
        error(column, column + " is \"" + text + "\"", Nearest.advice(text, known));
        return null;
    }

    <E extends Enum<E>> @Nullable E word(String column, Class<E> type) {
        String word = word(
                column, Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
        return word == null ? null : Enum.valueOf(type, word);
    }

    /** A moment, or null when empty: a time with offset, or a day (in UTC+8), of which {@code plusDays} later is meant. */
    @Nullable Instant time(String column, int plusDays) {
        String text = text(column);
        try {
            if (text.isEmpty()) {
                return null;
            }
            return text.length() > "2026-01-01".length()
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).plusDays(plusDays).atStartOfDay().toInstant(CHINA);
        } catch (DateTimeException e) {
            error(column, column + " is \"" + text + "\"", "write a day like 2026-01-31");
            return null;
        }
    }

    void error(String column, String message, String advice) {
        problems.error(line, places.getOrDefault(column, 1), message, advice);
    }

    void warning(String column, String message, String advice) {
        problems.warning(line, places.getOrDefault(column, 1), message, advice);
    }

    void error(String message, String advice) {
        problems.error(line, 1, message, advice);
    }

    void warning(String message, String advice) {
        problems.warning(line, 1, message, advice);
    }
}

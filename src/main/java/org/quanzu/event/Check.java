package org.quanzu.event;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The limits a field of an event must keep. */
final class Check {
    static final int ID_LENGTH = 128;
    static final int TEXT_LENGTH = 500;
    private static final int AMOUNT_DIGITS = 14;
    private static final int AMOUNT_SCALE = 4;
    /** What banks write for the renminbi beside its ISO 4217 code. */
    private static final Set<String> RENMINBI = Set.of("RMB", "CNH");

    private Check() {}

    static <T> T required(String pointer, @Nullable T value) {
        if (value == null) {
            throw new InvalidEvent(pointer, "is missing");
        }
        return value;
    }

    static String id(String pointer, @Nullable String value) {
        String id = required(pointer, value);
        if (id.isBlank()) {
            throw new InvalidEvent(pointer, "is blank");
        }
        if (id.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidEvent(pointer, "contains a control character");
        }
        return Objects.requireNonNull(text(pointer, id, ID_LENGTH));
    }

    static @Nullable String optionalId(String pointer, @Nullable String value) {
        return value == null ? null : id(pointer, value);
    }

    /** An account or a phone number as a system writes it, which may have signs around it that nobody sees. */
    static @Nullable String written(String pointer, @Nullable String value) {
        if (value != null && value.isBlank()) {
            throw new InvalidEvent(pointer, "is blank");
        }
        return text(pointer, value, ID_LENGTH);
    }

    static @Nullable String text(String pointer, @Nullable String value, int maxLength) {
        if (value == null) {
            return null;
        }
        if (value.length() > maxLength) {
            throw new InvalidEvent(
                    pointer, "has " + value.length() + " characters; at most " + maxLength + " are allowed");
        }
        if (value.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
            throw new InvalidEvent(pointer, "contains a NUL or a broken character");
        }
        return value;
    }

    static BigDecimal amount(String pointer, @Nullable BigDecimal value) {
        BigDecimal amount = money(pointer, required(pointer, value));
        if (amount.signum() == 0) {
            throw new InvalidEvent(pointer, "is zero; an amount is greater than zero");
        }
        return amount;
    }

    static BigDecimal money(String pointer, BigDecimal value) {
        if (value.signum() < 0) {
            throw new InvalidEvent(pointer, "is negative; the direction field says which way the money goes");
        }
        if (value.precision() - value.scale() > AMOUNT_DIGITS || value.scale() > AMOUNT_SCALE) {
            throw new InvalidEvent(
                    pointer,
                    "has more than " + AMOUNT_DIGITS + " digits before or " + AMOUNT_SCALE
                            + " after the decimal point");
        }
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    static String currency(@Nullable String value) {
        String given = required("/currency", value).strip().toUpperCase(Locale.ROOT);
        String code = RENMINBI.contains(given) ? "CNY" : given;
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new InvalidEvent("/currency", "is not an ISO 4217 code\nMaybe you meant \"CNY\"");
        }
    }

    static @Nullable Integer seconds(String pointer, @Nullable Integer value) {
        if (value != null && (value < 0 || value > 24 * 3600)) {
            throw new InvalidEvent(
                    pointer,
                    "is " + value + "; a duration is between 0 and 86400 seconds, a day\nMaybe it is in milliseconds");
        }
        return value;
    }
}

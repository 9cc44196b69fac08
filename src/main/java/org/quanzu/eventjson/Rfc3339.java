package org.quanzu.eventjson;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Points in time as RFC 3339 writes them, always with their offset; a reader of its own because every event has one. */
final class Rfc3339 {
    private static final int SECONDS_END = 19;
    private static final int MAX_FRACTION = 9;
    private static final int OFFSET_LENGTH = 6;
    private static final String EXAMPLE = "\nMaybe write it as \"2026-03-01T14:05:00+08:00\"";

    private final String text;

    private Rfc3339(String text) {
        this.text = text;
    }

    /** The point in time {@code text} is; an IllegalArgumentException says what is wrong with it. */
    static OffsetDateTime read(String text) {
        return new Rfc3339(text).time();
    }

    private OffsetDateTime time() {
        boolean shaped = text.length() >= SECONDS_END
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (text.charAt(10) | 0x20) == 't'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
        if (!shaped) {
            throw wrong("which is not an RFC 3339 time");
        }
        int end = fractionEnd();
        if (end == text.length()) {
            throw wrong("which has no offset");
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    digits(0, 4),
                    digits(5, 7),
                    digits(8, 10),
                    digits(11, 13),
                    digits(14, 16),
                    digits(17, 19),
                    nanos(end));
            return OffsetDateTime.of(local, offset(end));
        } catch (DateTimeException e) {
            throw wrong("which is not a time that exists");
        }
    }

    private int fractionEnd() {
        int end = SECONDS_END;
        if (end < text.length() && text.charAt(end) == '.') {
            do {
                end++;
            } while (end < text.length() && isDigit(text.charAt(end)));
            int length = end - SECONDS_END - 1;
            if (length < 1 || length > MAX_FRACTION) {
                throw wrong("which has " + length + " decimals in its seconds; 1 to " + MAX_FRACTION + " are allowed");
            }
        }
        return end;
    }

    private int nanos(int end) {
        if (end == SECONDS_END) {
            return 0;
        }
        int nanos = digits(SECONDS_END + 1, end);
        for (int place = end - SECONDS_END - 1; place < MAX_FRACTION; place++) {
            nanos *= 10;
        }
        return nanos;
    }

    private ZoneOffset offset(int from) {
        char sign = text.charAt(from);
        if ((sign | 0x20) == 'z' && from + 1 == text.length()) {
            return ZoneOffset.UTC;
        }
        if (sign != '+' && sign != '-' || text.length() != from + OFFSET_LENGTH || text.charAt(from + 3) != ':') {
            throw wrong("which has no offset as RFC 3339 writes it");
        }
        int hours = digits(from + 1, from + 3);
        int minutes = digits(from + 4, from + 6);
        return sign == '+' ? ZoneOffset.ofHoursMinutes(hours, minutes) : ZoneOffset.ofHoursMinutes(-hours, -minutes);
    }

    private int digits(int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!isDigit(c)) {
                throw wrong("which is not an RFC 3339 time");
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("is " + TextLimits.shown(text) + ", " + what + EXAMPLE);
    }
}

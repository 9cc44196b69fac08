package org.quanzu.eventjson;

import java.math.BigDecimal;

/** Exact amounts out of decimal strings: digits, at most one point, a sign only to be told that it is wrong. */
final class Amounts {
    static final String EXPECTED = "amounts are decimal strings such as \"16999.00\"";
    private static final int MAX_LENGTH = 40;

    private Amounts() {}

    /** The amount {@code text} is; an IllegalArgumentException says what is wrong with it. */
    static BigDecimal read(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("is blank; " + EXPECTED);
        }
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("has " + text.length() + " characters; " + EXPECTED);
        }
        if (!isPlain(text)) {
            throw new IllegalArgumentException("is " + TextLimits.shown(text) + "; " + EXPECTED
                    + ", without exponent, sign, spaces or separators");
        }
        return new BigDecimal(text);
    }

    private static boolean isPlain(String text) {
        int start = text.charAt(0) == '-' ? 1 : 0;
        int point = text.indexOf('.');
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i != point && (c < '0' || c > '9')) {
                return false;
            }
        }
        return start < text.length() && point != start && point != text.length() - 1;
    }
}

package org.quanzu.canonical;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What characters are to a reader: visible or not, a blank, a hyphen, a digit. */
final class Characters {
    private static final char BLANK = ' ';
    private static final int MOST_ROUNDS = 64;

    private Characters() {}

    /**
     * NFKC without invisible and direction signs; every blank, tab and line break is one blank, every decimal digit an ASCII
     * digit; other control characters are gone.
     */
    static String visible(String text) {
        if (isPlainAscii(text)) {
            return text;
        }
        return settled(text, last -> mapped(Normalizer.normalize(mapped(last), Normalizer.Form.NFKC)));
    }

    /**
     * What {@code form} makes of {@code first} once it changes nothing any more. A sign that is taken out can make a letter and
     * an accent behind it neighbours, and a folded letter can be one that composes: only then is the form one.
     */
    static <T> T settled(T first, UnaryOperator<T> form) {
        T last = first;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            T next = form.apply(last);
            if (next.equals(last)) {
                return next;
            }
            last = next;
        }
        return last;
    }

    private static boolean isPlainAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < BLANK || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static String mapped(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isBlank(c)) {
                kept.append(BLANK);
            } else if (!isInvisible(c)) {
                kept.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c);
            }
        });
        return kept.toString();
    }

    /** Case folded, whatever the host's locale; a sigma is the same at the end of a word and within it. */
    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('\u03C2', '\u03C3');
    }

    static boolean isBlank(int c) {
        return c == '\u0085' || c == '\u2800' || Character.isSpaceChar(c) || Character.isWhitespace(c);
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || c == 0x034F
                || c == 0x3164
                || c == 0xFFA0
                || between(c, 0x115F, 0x1160)
                || between(c, 0x17B4, 0x17B5)
                || between(c, 0x180B, 0x180F)
                || between(c, 0xFE00, 0xFE0F)
                || between(c, 0xE0000, 0xE0FFF);
    }

    static boolean isHyphen(int c) {
        return Character.getType(c) == Character.DASH_PUNCTUATION || c == 0x2212;
    }

    /** Only the digits 0, and at least one of them. */
    static boolean isZero(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c == '0');
    }

    private static boolean between(int c, int first, int last) {
        return c >= first && c <= last;
    }
}

package org.quanzu.eventjson;

import org.jspecify.annotations.Nullable;

/** What a text from outside may be, and how much of it a message repeats. */
final class TextLimits {
    static final String BROKEN = "contains a NUL or a broken character";
    private static final int SHOWN = 60;

    private TextLimits() {}

    /** What is wrong with a text that must not be blank and has at most {@code longest} characters; null where nothing is. */
    static @Nullable String fault(String text, int longest) {
        if (text.isBlank()) {
            return "is blank";
        }
        if (text.length() > longest) {
            return "has " + text.length() + " characters; at most " + longest + " are allowed";
        }
        return isBroken(text) ? BROKEN : null;
    }

    /** Whether there are halves of characters, which cannot be kept. */
    static boolean isBroken(String text) {
        return text.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    /** A value as it may be repeated in a message: quoted and cut. */
    static String shown(String value) {
        return '"' + (value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value) + '"';
    }
}

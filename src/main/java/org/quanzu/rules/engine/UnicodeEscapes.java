package org.quanzu.rules.engine;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Text as ASCII, with Java's own escapes for all other characters, so that it means the same in every charset. */
final class UnicodeEscapes {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");
    private static final int LAST_ASCII = 126;

    private UnicodeEscapes() {}

    static String escape(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= LAST_ASCII) {
                ascii.append(c);
            } else {
                ascii.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return ascii.toString();
    }

    /** The text that was escaped, to show in messages. */
    static String unescape(String ascii) {
        return ESCAPE.matcher(ascii).replaceAll(UnicodeEscapes::character);
    }

    private static String character(MatchResult escape) {
        return java.util.regex.Matcher.quoteReplacement(
                Character.toString((char) Integer.parseInt(escape.group(1), 16)));
    }
}

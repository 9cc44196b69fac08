package org.quanzu.canonical;

import org.jspecify.annotations.Nullable;

/**
 * The form in which rules look for words in a text: as {@link TextForm}, in simplified characters, without blanks between
 * ideographs. What a rule compares it with goes through the same form.
 */
public final class WordForm {
    private static final String SPECIAL = "\\^$.|?*+()[]{}&-";

    private WordForm() {}

    public static @Nullable String of(@Nullable String text) {
        String clean = TextForm.of(text);
        return clean == null || clean.chars().allMatch(c -> c <= '~') ? clean : joined(SimplifiedCharacters.of(clean));
    }

    /** A regular expression that finds in a word form what {@code regex} finds in the text as it is written. */
    public static String ofPattern(String regex) {
        if (regex.chars().allMatch(c -> c <= '~')) {
            return regex;
        }
        StringBuilder pattern = new StringBuilder(regex.length());
        regex.codePoints().forEach(c -> {
            String form = c <= '~' ? Character.toString(c) : Characters.visible(Character.toString(c));
            for (char sign : form.toCharArray()) {
                boolean became = c > '~' && SPECIAL.indexOf(sign) >= 0;
                pattern.append(became ? "\\" : "").append(sign);
            }
        });
        return joined(SimplifiedCharacters.of(pattern.toString()));
    }

    private static String joined(String text) {
        if (text.indexOf(' ') < 0) {
            return text;
        }
        int[] signs = text.codePoints().toArray();
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < signs.length; i++) {
            boolean between = signs[i] == ' '
                    && i > 0
                    && i + 1 < signs.length
                    && Character.isIdeographic(signs[i - 1])
                    && Character.isIdeographic(signs[i + 1]);
            if (!between) {
                kept.appendCodePoint(signs[i]);
            }
        }
        return kept.toString();
    }
}

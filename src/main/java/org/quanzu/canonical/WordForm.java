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
        int[] signs = regex.codePoints().toArray();
        for (int i = 0; i < signs.length; i++) {
            boolean end = i > 0 && signs[i - 1] == '-' || i + 1 < signs.length && signs[i + 1] == '-';
            pattern.append(signs[i] <= '~' || end ? Character.toString(signs[i]) : sign(signs[i]));
        }
        return joined(pattern.toString());
    }

    /** One sign, which may have become one that is special in a pattern. */
    private static String sign(int sign) {
        String form = SimplifiedCharacters.of(Characters.visible(Character.toString(sign)));
        return form.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0)
                ? form.replaceAll("[\\\\^$.|?*+()\\[\\]{}&-]", "\\\\$0")
                : form;
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

package org.quanzu.rulefile.vocabulary;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant by a word that is not known. */
public final class Nearest {
    private static final int LONGEST = 60;
    private static final int MOST_LISTED = 12;

    private Nearest() {}

    /** The nearest of {@code known}, if any is near enough to be meant. */
    public static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        int limit = Math.max(1, word.length() / 2);
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= limit)
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Advice that follows "Maybe": the nearest known word, or all of them when they are few. */
    public static String advice(String word, Collection<String> known) {
        List<String> sorted = known.stream().sorted().toList();
        return to(word, sorted)
                .map(near -> "you meant " + near)
                .orElseGet(() -> sorted.isEmpty() || sorted.size() > MOST_LISTED
                        ? "look it up in WORDS.md"
                        : "use one of " + String.join(", ", sorted));
    }

    /** Levenshtein distance, without regard to upper and lower case. */
    private static int distance(String word, String other) {
        String a = word.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}

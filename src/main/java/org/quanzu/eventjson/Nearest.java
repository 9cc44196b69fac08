package org.quanzu.eventjson;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the word somebody probably meant. */
final class Nearest {
    private static final int LONGEST = 60;

    private Nearest() {}

    /** A last line with the known word nearest to {@code given}, or nothing where none is near. */
    static String advice(String given, Collection<String> known) {
        if (given.length() > LONGEST) {
            return "";
        }
        String wanted = plain(given);
        return known.stream()
                .filter(word -> distance(wanted, plain(word)) <= Math.max(1, word.length() / 3))
                .min(Comparator.comparingInt((String word) -> distance(wanted, plain(word)))
                        .thenComparing(word -> word))
                .map(word -> "\nMaybe \"" + word + "\" was meant")
                .orElse("");
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}

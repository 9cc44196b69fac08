package org.quanzu.canonical;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Traditional characters and variants as the simplified ones, sign by sign, by OpenCC's table. No grammar: 乾 is 干 also where a
 * writer of simplified Chinese keeps it, which does no harm as long as both sides of a comparison are treated alike.
 */
final class SimplifiedCharacters {
    private static final String TABLE = "traditional-characters.txt";
    private static final int MOST_STEPS = 4;
    private static final Map<Integer, Integer> SIMPLE = simple();

    private SimplifiedCharacters() {}

    static String of(String text) {
        StringBuilder simple = new StringBuilder(text.length());
        text.codePoints().forEach(c -> simple.appendCodePoint(SIMPLE.getOrDefault(c, c)));
        return simple.toString();
    }

    private static Map<Integer, Integer> simple() {
        Map<Integer, Integer> direct = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(SimplifiedCharacters.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                int[] signs = line.codePoints().toArray();
                direct.put(signs[0], signs[2]);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE + " cannot be read", e);
        }
        Map<Integer, Integer> last = new HashMap<>();
        direct.forEach((traditional, simple) -> last.put(traditional, end(direct, simple)));
        return Map.copyOf(last);
    }

    /** Where a chain of variants ends, so that a text already treated stays as it is. */
    private static int end(Map<Integer, Integer> direct, int from) {
        int end = from;
        for (int step = 0; step < MOST_STEPS && direct.containsKey(end); step++) {
            end = direct.get(end);
        }
        return end;
    }
}

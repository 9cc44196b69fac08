package org.quanzu.rulefile;

import com.google.re2j.Pattern;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Matches whole texts in time linear in their length, whatever the regular expression. */
public final class LinearRegex {
    private static final int MOST_PATTERNS = 2_000;
    private static final ConcurrentMap<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private LinearRegex() {}

    /** Whether all of {@code text} matches; false when it is unknown. */
    public static boolean matches(@Nullable String text, String regex) {
        return text != null && pattern(regex).matches(text);
    }

    private static Pattern pattern(String regex) {
        Pattern known = COMPILED.get(regex);
        if (known != null) {
            return known;
        }
        if (COMPILED.size() >= MOST_PATTERNS) {
            COMPILED.clear();
        }
        Pattern compiled = Pattern.compile(regex);
        COMPILED.put(regex, compiled);
        return compiled;
    }
}

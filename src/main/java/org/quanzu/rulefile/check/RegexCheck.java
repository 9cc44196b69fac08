package org.quanzu.rulefile.check;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.regex.Matcher;
import org.quanzu.rulefile.syntax.Expression.Literal;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.rulefile.vocabulary.Nearest;

/** Checks that a regular expression can be read, is of moderate size, and can match at all. */
final class RegexCheck {
    private static final int LONGEST = 2_000;
    private static final int MOST_REPEATS = 1_000;
    private static final java.util.regex.Pattern REPEAT = java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");

    private RegexCheck() {}

    /** {@code oneOf} are the texts the word can have, empty when it can have any. */
    static void check(Literal regex, List<String> oneOf, Problems problems) {
        String text = String.valueOf(regex.value());
        if (text.length() > LONGEST || repeats(text) > MOST_REPEATS) {
            String message = "the regular expression is too large: at most " + LONGEST + " characters and "
                    + MOST_REPEATS + " repetitions, multiplied";
            problems.error(regex.span(), message, "split it into several conditions");
            return;
        }
        try {
            Pattern pattern = Pattern.compile(text);
            if (!oneOf.isEmpty() && oneOf.stream().noneMatch(pattern::matches)) {
                problems.error(
                        regex.span(), "\"" + text + "\" matches none of the words there are", Nearest.advice(text, oneOf));
            }
        } catch (PatternSyntaxException e) {
            String message = "not a regular expression: " + e.getMessage();
            problems.error(regex.span(), message, "escape special signs by \\\\");
        } catch (StackOverflowError e) {
            problems.error(regex.span(), "the regular expression is nested too deep", "remove brackets");
        }
    }

    private static long repeats(String text) {
        long repeats = 1;
        Matcher matcher = REPEAT.matcher(text);
        while (matcher.find()) {
            String most = matcher.group(2) == null || matcher.group(2).isEmpty() ? matcher.group(1) : matcher.group(2);
            repeats = Math.min(repeats * Math.max(1, Long.parseLong(most)), MOST_REPEATS + 1L);
        }
        return repeats;
    }
}

package org.quanzu.rulefile.syntax;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quanzu.rulefile.grammar.RuleFileParser.BoundContext;

/** Reads durations like 30s, 5m, 2h, 3d and 1h30m into milliseconds. */
final class Durations {
    private static final Pattern PART = Pattern.compile("(\\d+)([smhd])");
    private static final int MOST_DIGITS = 9;
    private static final long MILLIS_PER_SECOND = 1000;
    private static final long LONGEST = 366L * 24 * 3600 * MILLIS_PER_SECOND;

    private Durations() {}

    static long read(BoundContext context, Problems problems) {
        long millis = 0;
        Matcher part = PART.matcher(context.DURATION().getText());
        while (part.find()) {
            millis += part.group(1).length() > MOST_DIGITS
                    ? LONGEST + 1
                    : Long.parseLong(part.group(1)) * unit(part.group(2));
            millis = Math.min(millis, LONGEST + 1);
        }
        if (millis > LONGEST) {
            problems.error(Span.of(context), context.getText() + " is longer than a year", "use 60d at most");
        }
        return context.MINUS() == null ? millis : -millis;
    }

    private static long unit(String letter) {
        return MILLIS_PER_SECOND
                * switch (letter) {
                    case "s" -> 1;
                    case "m" -> 60;
                    case "h" -> 3600;
                    default -> 86_400;
                };
    }
}

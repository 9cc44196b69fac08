package org.quanzu.rulefile.table;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.rulefile.vocabulary.Nearest;

/** Checks a script: its placeholders are those a case can fill. */
public final class ScriptFile {
    private static final List<String> PLACEHOLDERS =
            List.of("payment.amount", "payment.time", "call.minutes", "call.time", "amountAtRisk", "level", "family");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}\\n]*)}");

    private ScriptFile() {}

    public static void check(String text, Problems problems) {
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            Matcher matcher = PLACEHOLDER.matcher(line);
            while (matcher.find()) {
                String name = matcher.group(1);
                if (!PLACEHOLDERS.contains(name)) {
                    int column = 1 + line.codePointCount(0, matcher.start());
                    String message = "the placeholder {" + name + "} is not known";
                    problems.error(number, column, message, Nearest.advice(name, PLACEHOLDERS));
                }
            }
        }
    }
}

package org.quanzu.rulefile.syntax;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words the rule engine would understand and a rule file must not contain, each with advice. */
final class ForbiddenWords {
    private static final Map<String, String> ADVICE = new HashMap<>();

    static {
        put("remove the line: all fact types and words are offered without it", "import", "unit", "dialect");
        put("say it as a condition with the words in WORDS.md", "function", "query", "global", "eval", "lambda");
        put("use the fact types in WORDS.md, no others", "declare", "extends", "trait", "entry", "instanceof");
        put(
                "remove it: rules do not depend on each other, and @points says how much one counts",
                "salience",
                "no-loop",
                "lock-on-active",
                "agenda-group",
                "activation-group",
                "ruleflow-group",
                "auto-focus",
                "enabled",
                "refract");
        put(
                "use after, before or during with $now instead",
                "timer",
                "calendars",
                "duration",
                "date-effective",
                "date-expires",
                "window",
                "over",
                "expire");
        put(
                "remove it: a rule file has conditions only, and then is followed by end",
                "do",
                "if",
                "else",
                "break",
                "return",
                "modify",
                "update",
                "insert",
                "insertLogical",
                "retract",
                "delete",
                "set",
                "drools",
                "kcontext",
                "for",
                "while",
                "try",
                "throw");
        put(
                "use a word from WORDS.md: Java classes and objects cannot be used",
                "new",
                "class",
                "getClass",
                "java",
                "javax",
                "org",
                "System",
                "Runtime",
                "Class",
                "static",
                "void",
                "super");
        put(
                "use count, sum, min, max or average",
                "init",
                "action",
                "reverse",
                "result",
                "acc",
                "groupby",
                "groupBy",
                "collectList",
                "collectSet");
        put(
                "use ==, in, matches or contains",
                "soundslike",
                "str",
                "memberOf",
                "memberof",
                "excludes",
                "like",
                "equals");
        put(
                "write this after[…] $other, this before[…] $other or this during[…] $other",
                "coincides",
                "finishes",
                "finishedby",
                "includes",
                "meets",
                "metby",
                "overlaps",
                "overlappedby",
                "starts",
                "startedby");
        put("write not", "unless");
    }

    private ForbiddenWords() {}

    private static void put(String advice, String... words) {
        List.of(words).forEach(word -> ADVICE.put(word, advice));
    }

    static @Nullable String advice(String word) {
        return ADVICE.get(word);
    }
}

package org.quanzu.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RuleGarbageTest {
    private static final String[] PIECES = {
        "(",
        ")",
        "{",
        "}",
        "[",
        "]",
        "$",
        "@",
        "!",
        "&&",
        "||",
        "then",
        "end",
        "when",
        "rule",
        "eval(",
        "from",
        "not",
        "\"",
        "accumulate(",
        "collect(",
        "\\u0041",
        ".class",
        "new",
        "import",
        ";",
        ",",
        ":",
        "0",
        "1e9",
        "this",
        "after[",
        "/*",
        "//"
    };

    @Property(tries = 400)
    void answersAnyTextWithARuleOrWithProblems(@ForAll String text) {
        assertThat(RuleTexts.problems(text))
                .allSatisfy(problem -> assertThat(problem.line()).isPositive());
    }

    @Property(tries = 2000)
    void answersAnyMutilatedRuleWithARuleOrWithProblems(@ForAll long seed) {
        String text = mutilated(new Random(seed));

        assertThat(RuleTexts.problems(text)).allSatisfy(problem -> {
            assertThat(problem.line()).isPositive();
            assertThat(problem.message().toLowerCase(Locale.ROOT)).doesNotContain("exception");
        });
    }

    @Test
    void answersDeepNestingWithAProblem() {
        String deep = "$c : Call( " + "(".repeat(5_000) + "incoming" + ")".repeat(5_000) + " )";

        assertThat(RuleTexts.problems(RuleTexts.withConditions(deep))).isNotEmpty();
    }

    private static String mutilated(Random random) {
        StringBuilder text = new StringBuilder(RuleTexts.LOAN_004);
        for (int i = 0; i <= random.nextInt(4); i++) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(12));
            text.replace(at, end, PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}

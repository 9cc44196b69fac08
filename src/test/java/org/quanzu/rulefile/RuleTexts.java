package org.quanzu.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.quanzu.profile.Bounds;
import org.quanzu.rulefile.check.RuleCheck;
import org.quanzu.rulefile.syntax.Problems;

/** Rules for tests: what stands in line 5 is given, the rest is fine. */
final class RuleTexts {
    static final String LOAN_004 = """
            package loan
            rule "fee to stranger after unknown call"
              @id(LOAN-004) @status(live) @points(30) @evidence(MONEY)
              @reason("Paid a stranger {payment.amount} within two hours of a {call.minutes}-minute call from an overseas number")
              @reason_zh("接到境外来电{call.minutes}分钟后两小时内,向陌生账户转账{payment.amount}元")
              @ordinary("a licensed agency's fee goes to a corporate account")   // the look-alike this rule must not catch
            when
              $call    : Call( incoming, answered, number.overseas, !number.familiar, minutes >= 3 )
              $payment : Transaction( outgoing, payee.personal, !payee.familiar, amount >= 500, amount <= 20000, this after[0m, 2h] $call )
            then
            end
            """;

    private RuleTexts() {}

    static String withConditions(String conditions) {
        return """
            package loan
            rule "test"
              @id(LOAN-001) @status(live) @points(10) @evidence(CALL) @reason("r") @reason_zh("r") @ordinary("o")
            when
            %s
            then
            end
            """.formatted(conditions);
    }

    static List<Problem> problems(String text) {
        Problems problems = new Problems("loan/test.drl");
        new RuleCheck(null, Bounds.STANDARD).check("loan", "LOAN", text, problems);
        return problems.found();
    }

    /** The rule with these conditions, which must be fine. */
    static CheckedRule rule(String conditions) {
        return read(withConditions(conditions));
    }

    static CheckedRule read(String text) {
        Problems problems = new Problems("loan/test.drl");
        CheckedRule rule = new RuleCheck(null, Bounds.STANDARD).check("loan", "LOAN", text, problems);
        if (rule == null) {
            throw new AssertionError(problems.found().toString());
        }
        return rule;
    }

    static void assertFirst(List<Problem> problems, int line, int column, String advice) {
        assertThat(problems).isNotEmpty();
        Problem first = problems.get(0);
        assertThat(first.isError()).isTrue();
        assertThat(first.file()).isEqualTo("loan/test.drl");
        assertThat(List.of(first.line(), first.column()))
                .as(problems.toString())
                .containsExactly(line, column);
        assertThat(first.message()).endsWith("\nMaybe " + advice);
    }

    static String printed(String conditions) {
        return rule(conditions).conditions(7);
    }
}

package org.quanzu.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.profile.Bounds;
import org.quanzu.rulefile.check.RuleCheck;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.scoring.Evidence;
import org.quanzu.scoring.Rule;

class RuleFileGrammarTest {

    @Test
    void acceptsTheRuleOfTheDesignAsPrinted() {
        Problems problems = new Problems("loan/fee_to_stranger_after_unknown_call.drl");

        CheckedRule checked = new RuleCheck(null, Bounds.STANDARD).check("loan", "LOAN", RuleTexts.LOAN_004, problems);

        assertThat(problems.found()).isEmpty();
        assertThat(checked).isNotNull();
        Rule rule = checked.rule();
        assertThat(rule.id()).isEqualTo("LOAN-004");
        assertThat(rule.name()).isEqualTo("fee to stranger after unknown call");
        assertThat(rule.status()).isEqualTo(Rule.Status.LIVE);
        assertThat(rule.points()).isEqualTo(30);
        assertThat(rule.evidence()).isEqualTo(Evidence.MONEY);
        assertThat(rule.ordinary()).isEqualTo("a licensed agency's fee goes to a corporate account");
        assertThat(rule.file()).isEqualTo("loan/fee_to_stranger_after_unknown_call.drl");
        assertThat(checked.evidence()).containsExactly("$call", "$payment");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Call( )",
                "$c : Call( incoming && ( answered || !number.familiar ) )",
                "$c : Call( minutes >= 3 && < 10 || == 60 )",
                "$c : Call( number.kind in ( \"OVERSEAS\", 'HIDDEN' ), number.kind not in ( \"MOBILE\" ) )",
                "$t : Transaction( memo not matches \".*\\\\d+.*\", memo contains \"fee\" )",
                "$t : Transaction( $a : amount, balanceBefore - $a < -3 + 100.50 * 2, amount % 100 == 0 )",
                "$t : Transaction( amount in ( 200, 300.5 ), (amount + 1) * 2 >= 10 )",
                "$t : Transaction( memo != null, purpose == null )",
                "$t : Transaction( completed == true, payee.familiar != true )",
                "$c : Call( ) $t : Transaction( this after $c || this during $c || this before[-1h30m, 2d] $c )",
                "$c : Call( ) $d : Call( this != $c, number.value == $c.number.value )",
                "( Call( ) or Message( ) and Transaction( ) )",
                "( or Call( ) Message( ) ) ( and Call( ) not Message( ) )",
                "Call( incoming ) and Message( ) or Transaction( )",
                "( $x : Call( incoming ) or $x : Call( outgoing ) ) Message( this after[0m, 1h] $x )",
                "Call( ) exists( Message( ) and Transaction( ) ) not ( Message( link ) or Transaction( failed ) )",
                "Call( ) forall( Transaction( completed ) )",
                "Call( ) forall( $t : Transaction( outgoing ) Transaction( this == $t, completed ) )",
                "accumulate( $t : Transaction( ) ; $n : count($t), $a : average($t.amount) ; $n >= 3, $a > 10 )",
                "accumulate( $t : Transaction( ) and Call( ) ; $s : sum($t.amount) )",
                "$n : Number( intValue >= 3 ) from accumulate( Transaction( ), count(1) )",
                "Number( doubleValue > 3.5 && < 9 ) from accumulate( $t : Transaction( ), sum($t.amount) )",
                "$l : List( size >= 3 ) from collect( Transaction( outgoing ) )",
                "$l : List( ) from collect( Transaction( ) ) Call( minutes > $l.size )",
                "/* a comment */ Call( ) // another one",
            })
    void acceptsWhatTheLanguageOffers(String conditions) {
        assertThat(RuleTexts.problems(RuleTexts.withConditions(conditions))).isEmpty();
    }

    @Test
    void acceptsWindowsLineEnds() {
        String text = RuleTexts.withConditions("Call( )").replace("\n", "\r\n");

        assertThat(RuleTexts.problems(text)).isEmpty();
    }

    @Test
    void warnsOfAFileThatIsNotNamedLikeItsRule() {
        Problems problems = new Problems("loan/other.drl");

        CheckedRule rule = new RuleCheck(null, Bounds.STANDARD)
                .check("loan", "LOAN", RuleTexts.withConditions("Call( )"), problems);

        assertThat(rule).isNotNull();
        assertThat(problems.found()).singleElement().satisfies(problem -> {
            assertThat(problem.isError()).isFalse();
            assertThat(problem).hasToString("""
                    loan/other.drl:2:6: warning: the file is not named like the rule
                    Maybe rename it to test.drl""");
        });
    }
}

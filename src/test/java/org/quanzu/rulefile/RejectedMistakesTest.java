package org.quanzu.rulefile;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RejectedMistakesTest {

    @ParameterizedTest
    @MethodSource("mistakes")
    void rejectsMistakesInConditions(String conditions, int line, int column, String advice) {
        List<Problem> problems = RuleTexts.problems(RuleTexts.withConditions(conditions));

        RuleTexts.assertFirst(problems, line, column, advice);
    }

    static List<Arguments> mistakes() {
        return List.of(
                arguments("accumulate( $c : Call( ); $n : cuont(1) ; $n >= 3 )", 5, 27, "you meant count"),
                arguments(
                        "$c : Call( number!.kind == \"MOBILE\" )",
                        5,
                        18,
                        "write a dot only: what is unknown satisfies nothing anyway"),
                arguments("$c : Call( minutes >= 3; )", 5, 24, "remove the semicolon"),
                arguments(
                        "$c : Call( incoming, )", 5, 22, "a comma, an operator or a bracket is missing just before it"),
                arguments("$c : Call( incoming", 6, 1, "a closing bracket ) is missing before it"),
                arguments("Call( incoming ) ; $t : Transaction( )", 5, 18, "remove the semicolon"),
                arguments("$c : Kall( incoming )", 5, 6, "you meant Call"),
                arguments("$c : Call( incomming )", 5, 12, "you meant incoming"),
                arguments("$c : Call( number.oversees )", 5, 12, "you meant overseas"),
                arguments(
                        "$c : Call( payee.familiar )",
                        5,
                        12,
                        "use one of answered, hour, inProgress, incoming, minutes, night, number, outgoing, seconds"),
                arguments(
                        "$c : Call( minutes == \"three\" )",
                        5,
                        12,
                        "compare like with like; texts stand in quotation marks"),
                arguments("$c : Call( incoming >= 3 )", 5, 12, "compare numbers with numbers, or use =="),
                arguments("$c : Call( number == 3 )", 5, 12, "compare like with like; texts stand in quotation marks"),
                arguments("$c : Call( number.kind == \"OVERSEA\" )", 5, 27, "you meant OVERSEAS"),
                arguments("$c : Call( number.kind in ( \"OVERSEAS\", \"MOBIL\" ) )", 5, 41, "you meant MOBILE"),
                arguments("$m : Message( themes == \"LOAN_OFFER\" )", 5, 15, "use contains"),
                arguments(
                        "accumulate( $a : Call( incoming ) and not Call( outgoing ) ; $n : count(1) ; $n >= 2 )",
                        5,
                        39,
                        "put it on a line of its own; the engine does not tie it to the facts counted here"),
                arguments("$c : Call( minutes )", 5, 12, "compare it with something, like >= 500 or == \"SMS\""),
                arguments("$c : Call( \"x\" )", 5, 12, "compare it with something, like >= 500 or == \"SMS\""),
                arguments(
                        "$c : Call( this after[0m, 2h] $cal )",
                        5,
                        12,
                        "bind it in an earlier pattern, like $cal : Call( )"),
                arguments("$c : Call( ) $d : Call( this after[2h, 0m] $c )", 5, 35, "exchange the two"),
                arguments(
                        "$c : Call( ) $d : Call( this after[0, 2] $c )",
                        5,
                        36,
                        "a duration has a unit: 30s, 5m, 2h, 3d or 1h30m"),
                arguments(
                        "$c : Call( ) $d : Call( minutes after[0m, 2h] $c )",
                        5,
                        33,
                        "time words begin with this: this after[0m, 2h] $call"),
                arguments(
                        "$c : Call( $m : minutes ) $d : Call( this after[0m, 2h] $m )",
                        5,
                        38,
                        "compare with a bound fact like $now or $call"),
                arguments("$c : Call( ) $c : Call( )", 5, 14, "choose another name for one of them"),
                arguments(
                        "not( $c : Call( ) ) $d : Call( this after[0m, 2h] $c )",
                        5,
                        32,
                        "bind it outside of not, exists, accumulate or or, before it is used"),
                arguments(
                        "( $a : Call( incoming ) or $b : Call( outgoing ) ) $t : Transaction( this after[0m, 2h] $a )",
                        5,
                        70,
                        "bind it outside of not, exists, accumulate or or, before it is used"),
                arguments("$t : Transaction( memo matches \"(\" )", 5, 32, "escape special signs by \\\\"),
                arguments("$t : Transaction( memo matches \"(?=x)\" )", 5, 32, "escape special signs by \\\\"),
                arguments("$t : Transaction( memo matches \"\\d+\" )", 5, 33, "write \\\\d"),
                arguments(
                        "$t : Transaction( payee.account == \"6222\" )",
                        5,
                        36,
                        "put it on a list in lists/, and write listed, trusted or grade"),
                arguments("$t : Transaction( amount > minutes )", 5, 28, "look it up in WORDS.md"),
                arguments(
                        "$t : Transaction( currency == null )",
                        5,
                        19,
                        "remove it: what is unknown satisfies no other condition"),
                arguments(
                        "$t : Transaction( amount >= 500 && <= )",
                        5,
                        39,
                        "a comma, an operator or a bracket is missing just before it"),
                arguments("$t : Transaction( >= 500 )", 5, 19, "write the word it is about"),
                arguments("$t : Transaction( amount >= 12345678901234567890 )", 5, 29, "write a smaller one"),
                arguments(
                        "$t : Transaction( amount * amount > 5 )",
                        5,
                        19,
                        "calculate with numbers, and with money of the same kind"),
                arguments("$t : Transaction( ( amount >= 3 ) == true )", 5, 21, "write it without == true"),
                arguments("not Call( incoming )", 5, 1, "add a pattern like $call : Call( )"),
                arguments("$now : Now( )", 5, 1, "add a pattern like $call : Call( )"),
                arguments("$t : Transaction( payee )", 5, 19, "add a word of it, after a dot"),
                arguments("$now : Now( hour >= 22 )", 5, 13, "look it up in WORDS.md"),
                arguments(
                        "accumulate( $t : Transaction( ); $s : sum(amount) ; $s > 3 )",
                        5,
                        34,
                        "write sum($payment.amount)"),
                arguments(
                        "accumulate( $t : Transaction( ); $s : sum($t.memo) ; $s > 3 )",
                        5,
                        34,
                        "use count(1), or a number like $payment.amount"),
                arguments(
                        "not( accumulate( $t : Transaction( ); $n : count(1) ; $n > 3 ) )",
                        5,
                        6,
                        "put it outside, on a line of its own"),
                arguments("$l : ArrayList( size > 3 ) from collect( Call( ) )", 5, 6, "write List"),
                arguments("$t : Transaction( memo == \"x )", 5, 27, "a quotation mark \" is missing"),
                arguments("/* $c : Call( )", 5, 1, "write */ where it ends"),
                arguments("$first_call : Call( )", 5, 1, "write it like $firstPayment; names with _ are ours"),
                arguments(
                        "((((((((((((((((((((((((((((((((((((((((((((( Call( ) )))))))))))))))))))))))))))))))))))))))))))))",
                        5,
                        41,
                        "split the condition into several"));
    }
}

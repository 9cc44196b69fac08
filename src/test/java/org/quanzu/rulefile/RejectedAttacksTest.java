package org.quanzu.rulefile;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RejectedAttacksTest {

    @ParameterizedTest
    @MethodSource("attacks")
    void rejectsWhatCouldRunCode(String conditions, int line, int column, String advice) {
        List<Problem> problems = RuleTexts.problems(RuleTexts.withConditions(conditions));

        RuleTexts.assertFirst(problems, line, column, advice);
    }

    static List<Arguments> attacks() {
        return List.of(
                arguments("$c : Call( eval(true) )", 5, 12, "say it as a condition with the words in WORDS.md"),
                arguments("eval( true ) $c : Call( )", 5, 1, "say it as a condition with the words in WORDS.md"),
                arguments(
                        "$c : Call( this.class.name == \"x\" )",
                        5,
                        17,
                        "use a word from WORDS.md: Java classes and objects cannot be used"),
                arguments(
                        "$c : Call( class.name == \"x\" )",
                        5,
                        12,
                        "use a word from WORDS.md: Java classes and objects cannot be used"),
                arguments(
                        "$c : Call( getClass().getName() == \"x\" )",
                        5,
                        12,
                        "use a word from WORDS.md: Java classes and objects cannot be used"),
                arguments(
                        "$c : Call( number.toString() == \"x\" )", 5, 19, "use a word from WORDS.md without brackets"),
                arguments("$c : Call( e\\u0076al(true) )", 5, 13, "write the character itself"),
                arguments(
                        "$c : Call( incoming ) do[evil]",
                        5,
                        23,
                        "remove it: a rule file has conditions only, and then is followed by end"),
                arguments(
                        "$c : Call( incoming ) if ( true ) do[evil]",
                        5,
                        23,
                        "remove it: a rule file has conditions only, and then is followed by end"),
                arguments(
                        "$c : Call( incoming ) break[evil]",
                        5,
                        23,
                        "remove it: a rule file has conditions only, and then is followed by end"),
                arguments(
                        "$c : Call( ) from new java.util.ArrayList()",
                        5,
                        14,
                        "use from accumulate( … ) or from collect( … )"),
                arguments("$c : Call( ) from $x.items", 5, 14, "use from accumulate( … ) or from collect( … )"),
                arguments(
                        "$c : Call( ) from entry-point \"x\"", 5, 14, "use from accumulate( … ) or from collect( … )"),
                arguments(
                        "$c : Call( ) over window:time( 1h )", 5, 14, "use after, before or during with $now instead"),
                arguments(
                        "accumulate( $c : Call( ), init( int n = 0; ), action( n++; ), result( n ) )",
                        5,
                        27,
                        "use count, sum, min, max or average"),
                arguments(
                        "accumulate( $c : Call( ); $n : count(1) { } )",
                        5,
                        41,
                        "remove it: a rule file contains no code"),
                arguments(
                        "$n : Number( ) from accumulate( $c : Call( ), init( int n = 0; ) action( n++; ) result( n ) )",
                        5,
                        47,
                        "use count, sum, min, max or average"),
                arguments(
                        "accumulate( $c : Call( ); $n : collectSet($c) ; $n >= 3 )",
                        5,
                        32,
                        "use count, sum, min, max or average"),
                arguments(
                        "$c : Call#java.lang.String( )",
                        5,
                        10,
                        "remove it: a cast is not allowed, and comments begin with //"),
                arguments(
                        "$c : Call( number#Evil.x == 1 )",
                        5,
                        18,
                        "remove it: a cast is not allowed, and comments begin with //"),
                arguments(
                        "$c : java.lang.Runtime( )",
                        5,
                        6,
                        "use a word from WORDS.md: Java classes and objects cannot be used"),
                arguments(
                        "$c : Call( java.lang.System.exit(0) == null )",
                        5,
                        12,
                        "use a word from WORDS.md: Java classes and objects cannot be used"),
                arguments(
                        "$c : Call( System.exit(0) )",
                        5,
                        12,
                        "use a word from WORDS.md: Java classes and objects cannot be used"),
                arguments("$c : Call( T(java.lang.Runtime) )", 5, 12, "use a word from WORDS.md without brackets"),
                arguments(
                        "$c : Call( minutes[0] == 1 )",
                        5,
                        19,
                        "use contains or in; [ ] only follow after, before and during"),
                arguments(
                        "$c : Call( number[\"x\"] == 1 )",
                        5,
                        18,
                        "use contains or in; [ ] only follow after, before and during"),
                arguments("$c : Call( minutes = 3 )", 5, 20, "write == to compare, or : to bind"),
                arguments("$c : Call( $m := minutes )", 5, 16, "write == to compare, or : to bind"),
                arguments("$c : Call( incoming & answered )", 5, 21, "write &&"),
                arguments("$c : Call( incoming | answered )", 5, 21, "write ||"),
                arguments(
                        "$c : Call( new java.util.Date() != null )",
                        5,
                        12,
                        "use a word from WORDS.md: Java classes and objects cannot be used"),
                arguments(
                        "$c : /calls[ incoming ]",
                        5,
                        12,
                        "use contains or in; [ ] only follow after, before and during"),
                arguments("?query( $x; )", 5, 1, "remove it, or put it in quotation marks when it belongs to a text"),
                arguments("$c : Call( minutes memberOf $list )", 5, 20, "use ==, in, matches or contains"),
                arguments("$c : Call( number.kind soundslike \"MOBILE\" )", 5, 24, "use ==, in, matches or contains"),
                arguments("$c : Call( minutes str[startsWith] \"x\" )", 5, 20, "use ==, in, matches or contains"),
                arguments("$c : Call( incoming ) { }", 5, 23, "remove it: a rule file contains no code"),
                arguments(
                        "groupby( $c : Call( ); $m : $c.minutes; $n : count(1) )",
                        5,
                        1,
                        "use count, sum, min, max or average"),
                arguments("$c : Call( instanceof Call )", 5, 12, "use the fact types in WORDS.md, no others"),
                arguments(
                        "accumulate( ( $t : Transaction( ) or $c : Call( ) ); $n : count(1) ; $n > 3 )",
                        5,
                        15,
                        "use || inside one pattern, or two accumulates"),
                arguments("$l : List( sise > 3 ) from collect( Call( ) )", 5, 12, "use size"),
                arguments("$t : Transaction( memo == “x” )", 5, 27, "use straight quotation marks \""),
                arguments("rule \"other\" when $c : Call( )", 5, 1, "move the second rule to a file of its own"),
                arguments(
                        "$c : Call( )\nthen\n  System.out.println(\"x\");\nend",
                        7,
                        3,
                        "remove it: a rule file contains no code"),
                arguments(
                        "$c : Call( )\nthen\nend\nrule \"other\" when Call( ) then end",
                        8,
                        1,
                        "move it to a file of its own"),
                arguments(
                        "$c : Call( )\nthen\nend\nfunction void f() { }",
                        8,
                        1,
                        "remove it: a file holds exactly one rule"),
                arguments("$c : Call( inco\u202eming )", 5, 16, "delete it and type the words around it again"),
                arguments("$c : Call( inc\u200boming )", 5, 15, "delete it and type the words around it again"),
                arguments(
                        "$c : \u0421\u0430ll( incoming )",
                        5,
                        6,
                        "remove it, or put it in quotation marks when it belongs to a text"));
    }
}

package org.quanzu.rulefile;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RejectedFilesTest {

    @ParameterizedTest
    @MethodSource("files")
    void rejectsWholeFiles(String text, int line, int column, String advice) {
        List<Problem> problems = RuleTexts.problems(text);

        RuleTexts.assertFirst(problems, line, column, advice);
    }

    static List<Arguments> files() {
        return List.of(
                arguments(
                        "package loan\nimport java.util.List\nrule \"test\"\nwhen\nCall()\nthen\nend",
                        2,
                        1,
                        "remove the line: all fact types and words are offered without it"),
                arguments(
                        "package loan\nrule \"test\"\nsalience 10\nwhen\nCall()\nthen\nend",
                        3,
                        1,
                        "remove it: rules do not depend on each other, and @points says how much one counts"),
                arguments(
                        "package loan\nrule \"test\"\nno-loop true\nwhen\nCall()\nthen\nend",
                        3,
                        1,
                        "remove it: rules do not depend on each other, and @points says how much one counts"),
                arguments(
                        "package loan\nrule test\nwhen\nCall()\nthen\nend",
                        2,
                        6,
                        "put the name of the rule in quotation marks"),
                arguments(
                        "rule \"test\"\nwhen\nCall()\nthen\nend",
                        1,
                        1,
                        "begin the file with package and the name of its folder"),
                arguments(
                        "package loan\nglobal java.util.List l\nrule \"test\"\nwhen\nCall()\nthen\nend",
                        2,
                        1,
                        "say it as a condition with the words in WORDS.md"),
                arguments(
                        "package loan\ndeclare Call end\nrule \"test\"\nwhen\nCall()\nthen\nend",
                        2,
                        1,
                        "use the fact types in WORDS.md, no others"),
                arguments(
                        "package loan\nquery \"q\"\nCall()\nend",
                        2,
                        1,
                        "say it as a condition with the words in WORDS.md"),
                arguments(
                        "package loan\nfunction void f() { }\nrule \"test\"\nwhen\nCall()\nthen\nend",
                        2,
                        1,
                        "say it as a condition with the words in WORDS.md"),
                arguments(
                        "package loan\nrule \"test\" extends \"base\"\nwhen\nCall()\nthen\nend",
                        2,
                        13,
                        "use the fact types in WORDS.md, no others"),
                arguments(
                        "package loan\nrule \"test\"\n  agenda-group \"x\"\n timer( 1s ) \nwhen\nCall()\nthen\nend",
                        3,
                        3,
                        "remove it: rules do not depend on each other, and @points says how much one counts"),
                arguments(
                        "package loan\nrule \"test\"\n  dialect \"mvel\" @id(LOAN-1)\nwhen\nCall()\nthen\nend",
                        3,
                        3,
                        "remove the line: all fact types and words are offered without it"),
                arguments(
                        "package loan\nrule \"test\"\nwhen\nthen\nend",
                        4,
                        1,
                        "write at least one condition, like $payment : Transaction( outgoing )"),
                arguments("", 1, 1, "begin the file with package and the name of its folder"),
                arguments(
                        "package loan\nrule \"test\"\n  @id(LOAN-4a) @status(alive) @points(500) @evidence(CASH) @reason(\"r {x.amount}\") @reason_zh(\"{c.minits} {c} {\") @ordinaryy(\"o\") @stage(PAY)\nwhen\n$c : Call()\nthen\nend",
                        3,
                        115,
                        "you meant ordinary"),
                arguments(
                        "package brushing\nrule \"test\"\n  @id(BRUSH-4) @status(live) @points(0) @points(5) @evidence(CALL) @reason(r) @reason_zh(\"\") @decisive(RED) @ordinary(\"o\")\nwhen\n$c : Call()\nthen\nend",
                        1,
                        9,
                        "write package loan"));
    }
}

package org.quanzu.rulefile.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanzu.practice.Messages;
import org.quanzu.practice.Messages.Message;
import org.quanzu.rulefile.Problem;
import org.quanzu.rulefile.RuleFiles;
import org.quanzu.rulefile.RuleFilesReader;
import org.quanzu.rulefile.syntax.Problems;

class MessagesFileTest {
    private static final String GENERAL = "general,From {centre}: hello,【{centre}】您好\n";
    private final Problems problems = new Problems("messages.csv");

    private Messages read(String rows) {
        return MessagesFile.read("template,text_en,text_zh\n" + rows, problems);
    }

    private void assertOnly(int line, int column, String message) {
        assertThat(problems.found()).singleElement().satisfies(problem -> {
            assertThat(problem.toString()).startsWith("messages.csv:" + line + ":" + column + ": ");
            assertThat(problem.message()).contains(message).containsPattern("\nMaybe \\p{Lower}");
            assertThat(problem.isError()).isTrue();
        });
    }

    @Test
    void readsTheTextsShipped() throws IOException {
        Messages messages = MessagesFile.read(Files.readString(Path.of("rules/messages.csv")), problems);

        assertThat(problems.found()).isEmpty();
        assertThat(messages.all())
                .extracting(Message::template)
                .contains("general", "loan", "order_brushing", "fake_logistics", "call_missed", "visit");
    }

    @Test
    void findsNothingWrongWithWhatHoldsWithoutATable() {
        Message standard = Messages.STANDARD.find("general").orElseThrow();

        read("general,\"" + standard.en() + "\"," + standard.zh() + "\n");

        assertThat(problems.found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "call ^96110 now | a number, \"96110\"",
                "call ^９６１１０ | a number",
                "press ^① | a number",
                "^nine six one one oh | a number, \"nine six one",
                "see ^https://x | a link",
                "see ^www.x | a link",
                "see ^x.cn/a | a link",
                "write to a^@b | a link",
                "^your transfer was lost | a word about what was found or held, \"your transfer\"",
                "it is on ^HOLD | a word about what was found or held, \"HOLD\"",
                "a ^suspicious call | a word about what was found or held",
                "dear ^{name} | has \"{name}\"",
                "dear ^{centre | has \"{\"",
                "dear ^} | has \"}\""
            })
    void refusesWhatAScammerCouldUseInEnglish(String words, String message) {
        String row = "loan,From {centre}: and so " + words + ",【{centre}】您好\n";

        read(GENERAL + row.replace("^", ""));

        assertOnly(3, row.indexOf('^') + 1, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "请拨打九六一一零 | a number, \"九六一一零\"",
                "请拨打96110 | a number",
                "您的转账已暂停 | held, \"您的转账\"",
                "资金已冻结 | held, \"冻结\"",
                "系统预警 | held, \"预警\"",
                "见 x.cn | a link",
                "{金额} | has \"{金额}\""
            })
    void refusesWhatAScammerCouldUseInChinese(String words, String message) {
        read(GENERAL + "loan,From {centre}: hello,【{centre}】" + words + "\n");

        assertThat(problems.found())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains(message))
                .returns(3, Problem::line);
    }

    @Test
    void namesTheColumnInAQuotedField() {
        read(GENERAL + "loan,\"From {centre}: first, second, call 110\",【{centre}】您好\n");

        assertOnly(3, 42, "\"110\"");
    }

    @Test
    void refusesAMissingLanguage() {
        read(GENERAL + "loan,From {centre}: hello,\n");

        assertOnly(3, 1, "text_zh is empty");
    }

    @Test
    void refusesATextThatDoesNotSayWhoItIsFrom() {
        read(GENERAL + "loan,hello,【{centre}】您好\n");

        assertOnly(3, 1, "text_en does not say who it is from");
    }

    @Test
    void refusesATextLongerThanAMessage() {
        read(GENERAL + "loan,From {centre}: " + "so ".repeat(100) + ",【{centre}】您好\n");

        assertOnly(3, 1, "text_en has 314 characters");
    }

    @Test
    void refusesTemplatesThatCannotBeNamed() {
        read(GENERAL + "Loan Fee,From {centre}: a,【{centre}】好\ngeneral,From {centre}: b,【{centre}】好\n"
                + ",From {centre}: c,【{centre}】好\n");

        assertThat(problems.found()).extracting(Problem::line).containsExactly(3, 4, 5);
    }

    @Test
    void refusesATableWithoutTheTextThatFitsEverybody() {
        read("loan,From {centre}: hello,【{centre}】您好\n");

        assertOnly(1, 1, "the template general is missing");
    }

    @Test
    void refusesAnUnknownColumn() {
        MessagesFile.read("template,text_en,text_zh,link\n" + GENERAL, problems);

        assertOnly(1, 1, "there is no column \"link\"");
    }

    @Test
    void isReportedWithTheOtherFilesOfARuleSet() {
        List<Problem> found = RuleFilesReader.read(new RuleFiles(Map.of("messages.csv", "template,text_en,text_zh\n")))
                .problems();

        assertThat(found).anySatisfy(problem -> assertThat(problem.file()).isEqualTo("messages.csv"));
    }

    @Test
    void findsTheMessageForAScriptOrTheOneForEverybody() {
        Messages messages = read(GENERAL + "loan,From {centre}: loan,【{centre}】贷款\n");

        assertThat(messages.fitting("loan")).map(Message::template).contains("loan");
        assertThat(messages.fitting("lottery")).map(Message::template).contains("general");
        assertThat(new Messages(List.of()).fitting("loan")).isEmpty();
    }
}

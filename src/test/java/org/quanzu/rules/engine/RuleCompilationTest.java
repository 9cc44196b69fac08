package org.quanzu.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanzu.rulefile.CheckedRule;
import org.quanzu.rulefile.RuleFilesReader;

class RuleCompilationTest {
    private static final CheckedRule RULE = RuleFilesReader.readAlone("loan/test.drl", "LOAN", """
            package loan
            rule "test"
              @id(LOAN-001) @status(live) @points(10) @evidence(MONEY) @reason("r") @reason_zh("r") @ordinary("o")
            when
              Transaction( memo matches ".*解冻.*", memo != "a\\\\解\\"冻" )
            then
            end
            """);

    @TempDir
    Path folder;

    @Test
    void writesWordsOfAllScriptsAsAsciiThatMeansTheSame() {
        String text = "a\\\\解\"冻𠮷";

        String ascii = UnicodeEscapes.escape(text);

        assertThat(ascii).isEqualTo("a\\\\\\u89e3\"\\u51bb\\ud842\\udfb7");
        assertThat(UnicodeEscapes.unescape(ascii)).isEqualTo(text);
    }

    @Test
    void takesUpWhatItKept() throws IOException {
        BytecodeFile kept = new BytecodeFile(folder.resolve("compiled-rules"));
        new RuleCompilation(kept).compile(List.of(RULE));
        byte[] before = Files.readAllBytes(folder.resolve("compiled-rules"));

        RuleCompilation.Result result = new RuleCompilation(kept).compile(List.of(RULE));

        assertThat(result.problems()).isEmpty();
        assertThat(result.rules()).hasSize(1);
        assertThat(folder.resolve("compiled-rules")).hasBinaryContent(before);
    }

    @Test
    void throwsAwayKeptRulesThatFailTheSelfTest() {
        BytecodeFile kept = new BytecodeFile(folder.resolve("compiled-rules"));
        Map<String, String> tested = SelfTest.with(Map.of());
        Map<String, String> swapped = new HashMap<>();
        List<String> names = List.copyOf(tested.keySet());
        swapped.put(names.get(0), tested.get(names.get(1)));
        swapped.put(names.get(1), tested.get(names.get(0)));
        kept.write(CompilationKey.of(tested), DroolsCompiler.bytecode(swapped));

        new RuleCompilation(kept).compile(List.of());

        assertThat(kept.read(CompilationKey.of(tested)))
                .hasValueSatisfying(
                        bytecode -> assertThat(SelfTest.passes(bytecode.load())).isTrue());
    }

    @Test
    void throwsAwayKeptRulesThatAreDamaged() throws IOException {
        Path file = folder.resolve("compiled-rules");
        BytecodeFile kept = new BytecodeFile(file);
        new RuleCompilation(kept).compile(List.of(RULE));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        RuleCompilation.Result result = new RuleCompilation(kept).compile(List.of(RULE));

        assertThat(result.problems()).isEmpty();
        assertThat(Files.readAllBytes(file)).isNotEqualTo(bytes);
        assertThat(new RuleCompilation(kept).compile(List.of(RULE)).rules()).hasSize(1);
    }
}

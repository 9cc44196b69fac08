package org.quanzu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.rulefile.Problem;
import org.quanzu.rulefile.RuleFiles;
import org.quanzu.rulefile.RuleFolder;
import org.quanzu.testkit.FewRules;

class RuleSetFactoryTest {
    private static final String FILE = "loan/test.drl";
    private static final RuleSetFactory FACTORY = new RuleSetFactory();

    @TempDir
    static Path folder;

    private static Map<String, String> few;

    @BeforeAll
    static void read() throws IOException {
        few = RuleFolder.read(FewRules.in(folder)).all();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$p : Transaction( outgoing ) exists Now( )",
                "$p : Transaction( outgoing ) not Now( )",
                "$p : Transaction( outgoing ) exists ( Call( ) and Now( ) )",
                "$p : Transaction( outgoing ) forall( Now( ) )",
                "accumulate( Now( ) ; $n : count(1) ; $n >= 1 )",
            })
    void refusesThePresentWhereItSaysNothing(String conditions) {
        assertRefused(conditions);
    }

    @Test
    void refusesMoreThanCanBeCompiled() {
        assertRefused("Transaction( amount >= " + "1 + ".repeat(5_000) + "1 )");
        assertRefused("Transaction( amount >= 1" + " && amount >= 1".repeat(900) + " )");
        assertRefused("Transaction( " + "!".repeat(20_000) + "outgoing )");
        assertRefused("Transaction( amount >= " + "-".repeat(20_000) + "1 )");
        assertRefused("Transaction( amount in ( 1" + ", 1".repeat(5_000) + " ) )");
        assertRefused("Transaction( memo matches \"" + "(".repeat(15_000) + ")".repeat(15_000) + "\" )");
        assertRefused(("( Call( ) or Message( ) ) ").repeat(20));
        assertRefused("Call( ) ".repeat(100));
        assertRefused("Transaction( ) " + "not ( Call( ) and ".repeat(45) + "not Call( )" + " )".repeat(45));
    }

    private static void assertRefused(String conditions) {
        RuleSetFactory.Made made = FACTORY.make(with(conditions));

        assertThat(made.ruleSet()).isNull();
        assertThat(made.problems()).filteredOn(Problem::isError).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(FILE);
            assertThat(problem.line()).isGreaterThan(1);
            assertThat(problem.message()).contains("\nMaybe ").doesNotContain("Exception", "null");
        });
    }

    static RuleFiles with(String conditions) {
        Map<String, String> files = new TreeMap<>(few == null ? Collections.emptyMap() : few);
        files.put(FILE, """
                package loan
                rule "test"
                  @id(LOAN-999) @status(live) @points(10) @evidence(MONEY) @reason("r") @reason_zh("r") @ordinary("o")
                when
                %s
                then
                end
                """.formatted(conditions));
        return new RuleFiles(files);
    }
}

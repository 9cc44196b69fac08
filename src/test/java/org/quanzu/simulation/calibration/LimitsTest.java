package org.quanzu.simulation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanzu.simulation.calibration.Limits.Span;
import org.quanzu.simulation.yaml.InvalidScript;
import org.quanzu.testkit.FixedRuleSets;

class LimitsTest {
    private static final String FILE = """
            held_out: 0.3
            least_seen: 20
            cost: 1
            level: RED
            scam_weight: 0.05
            points: [0, 40]
            rules: {LOAN-001: [20, 30]}
            """;

    @TempDir
    private Path folder;

    @Test
    void knowsTheLimitsOfSingleRules() throws IOException {
        Limits limits = read(FILE);

        assertThat(limits.of("LOAN-001")).isEqualTo(new Span(20, 30));
        assertThat(limits.of("LOAN-002")).isEqualTo(new Span(0, 40));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LOAN-001      | LOAN-01       | limits.yaml:7: rule "LOAN-01" is unknown | Maybe you meant LOAN-001
            [20, 30]      | [30, 20]      | limits.yaml:7: LOAN-001 begins above its end | Maybe [20, 30]
            [20, 30]      | [20]          | limits.yaml:7: LOAN-001 has 1 numbers | Maybe [0, 40]
            held_out: 0.3 | held_out: 1   | limits.yaml:1: held_out is 1 | Maybe 0.3
            cost: 1       | cost: 0       | limits.yaml:3: cost is 0 | Maybe 1
            level: RED    | level: REED   | limits.yaml:4: level "REED" is unknown | Maybe you meant RED
            0.05          | 0             | limits.yaml:5: scam_weight is 0 | Maybe 1
            least_seen    | least_sen     | limits.yaml:2: field "least_sen" is unknown | Maybe you meant least_seen
            """)
    void saysWhatCannotBe(String text, String instead, String what, String maybe) {
        assertThatThrownBy(() -> read(FILE.replace(text, instead)))
                .isInstanceOf(InvalidScript.class)
                .hasMessageContaining(what)
                .hasMessageContaining("\n" + maybe);
    }

    private Limits read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("limits.yaml"), text);
        return Limits.read(file, new FixedRuleSets().current());
    }
}

package org.quanzu.simulation.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanzu.fact.Attributes;
import org.quanzu.scoring.Text;

class FrontMatterTest {

    @TempDir
    private Path folder;

    @Test
    void tellsTheTitleAndTheAttributes() throws IOException {
        FrontMatter front = read("""
                title: A flat
                title_zh: 一套房
                own_accounts: [0123, "ACC-2"]
                household_numbers: ["+8613800001111"]
                verified_payees: {"ACC-3": 2026-03-12T10:00:00+08:00, 0456: "2026-03-13T10:00:00Z"}
                """);

        assertThat(front.title("none")).isEqualTo(new Text("A flat", "一套房"));
        assertThat(front.attributes())
                .isEqualTo(new Attributes(
                        Set.of("0123", "ACC-2"),
                        Set.of(),
                        Set.of("+8613800001111"),
                        Map.of("ACC-3", millis("2026-03-12T10:00:00+08:00"), "0456", millis("2026-03-13T10:00:00Z"))));
    }

    @Test
    void needsNothingButItsFences() throws IOException {
        FrontMatter front = read("");

        assertThat(front.title("a_story")).isEqualTo(new Text("a_story", "a_story"));
        assertThat(front.attributes()).isEqualTo(Attributes.NONE);
    }

    @Test
    void namesTheZoneThePersonLivesIn() throws IOException {
        assertThat(read("zone: Europe/Berlin\n").attributes().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            verified_payees: {A: soon}                | verified_payees has soon for the time | Maybe 2026-
            verified_payees: {A: 2026-03-12T10:00:00} | 2026-03-12T10:00:00                  | with an offset
            verified_payees: {A: 2026-03-12}          | 2026-03-12                           | with an offset
            verified_payees: [A]                      | a sequence where key: value is needed | ACC-1: 2026-
            verified_payees: A                        | has A where key: value is needed     | ACC-1: 2026-
            own_accounts: A                           | own_accounts is not a list           | Maybe own_accounts: ["A"]
            own_accounts: [[A]]                       | a sequence where a text is needed    | in quotes
            verified_payee: {}                        | verified_payee is unknown            | verified_payees
            own_accounts: [A                          | is not YAML                          | in quotes
            zone: Shanghai                            | zone is Shanghai                     | Maybe Asia/Shanghai
            """)
    void saysWhereItIsWrong(String line, String message, String advice) {
        assertThatThrownBy(() -> read("title: A flat\n" + line + "\n").attributes())
                .isInstanceOf(InvalidStory.class)
                .hasMessageContaining("story.md:3: ")
                .hasMessageContaining(message)
                .hasMessageContaining(advice);
    }

    @Test
    void refusesAStoryWithoutFences() throws IOException {
        Path file = Files.writeString(folder.resolve("story.md"), "A flat\n");

        assertThatThrownBy(() -> FrontMatter.read(file))
                .isInstanceOf(InvalidStory.class)
                .hasMessageEndingWith("Maybe begin with --- and a title");
    }

    private FrontMatter read(String text) throws IOException {
        Path file = folder.resolve("story.md");
        Files.writeString(file, "---\n" + text + "---\nA story.\n");
        return FrontMatter.read(file);
    }

    private static long millis(String time) {
        return OffsetDateTime.parse(time).toInstant().toEpochMilli();
    }
}

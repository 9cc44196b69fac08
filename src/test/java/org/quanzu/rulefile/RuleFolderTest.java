package org.quanzu.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFolderTest {
    private static final String LIST = "value,grade,reason,valid_from,valid_to\nacc1,CONFIRMED,理由,,\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void makeLists() throws IOException {
        Files.createDirectory(folder.resolve("lists"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "~$accounts.csv",
                "accounts.xlsx",
                "accounts.csv.bak",
                "#accounts.csv#",
                "~accounts.csv",
                "Thumbs.db"
            })
    void ignoresAndNamesWhatIsNoTable(String stray) throws IOException {
        Files.write(folder.resolve("lists").resolve(stray), new byte[] {1, 2, (byte) 0xff});

        RuleFiles files = RuleFolder.read(folder);

        assertThat(files.all()).isEmpty();
        assertThat(of("lists/" + stray, files)).singleElement().satisfies(problem -> {
            assertThat(problem.isError()).isFalse();
            assertThat(problem.message()).contains("is ignored");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {".git", ".accounts.csv.swp", ".DS_Store"})
    void saysNothingOfHiddenFiles(String hidden) throws IOException {
        Files.writeString(folder.resolve("lists").resolve(hidden), "x");

        assertThat(of("lists/" + hidden, RuleFolder.read(folder))).isEmpty();
    }

    @Test
    void saysWhereAFileInAnotherEncodingBegins() throws IOException {
        Files.write(folder.resolve("lists/accounts.csv"), LIST.getBytes(Charset.forName("GBK")));

        assertThat(of("lists/accounts.csv", RuleFolder.read(folder))).anySatisfy(problem -> {
            assertThat(problem.isError()).isTrue();
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.column()).isEqualTo(16);
            assertThat(problem.message()).contains("not in UTF-8", "CSV UTF-8");
        });
    }

    @Test
    void saysThatASpreadsheetIsNoTable() throws IOException {
        Files.write(folder.resolve("lists/accounts.csv"), new byte[] {'P', 'K', 3, 4, 20, 0, (byte) 0xe2, 0x28});

        assertThat(of("lists/accounts.csv", RuleFolder.read(folder)))
                .anySatisfy(problem -> assertThat(problem.message()).contains("is a spreadsheet"));
    }

    @Test
    void readsAFileWithAByteOrderMark() throws IOException {
        Files.write(folder.resolve("lists/accounts.csv"), ("\ufeff" + LIST).getBytes(StandardCharsets.UTF_8));

        assertThat(of("lists/accounts.csv", RuleFolder.read(folder))).isEmpty();
    }

    private static List<Problem> of(String path, RuleFiles files) {
        return RuleFilesReader.read(files).problems().stream()
                .filter(problem -> problem.file().equals(path))
                .toList();
    }
}

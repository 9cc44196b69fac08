package org.quanzu.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WordsPageTest {
    private static final Path PAGE = Path.of("rules", "WORDS.md");

    /** After a change of the words: {@code mvn test -Dtest=WordsPageTest -Dwords.write=true}. */
    @Test
    void isAsTheVocabularySays() throws IOException {
        if (Boolean.getBoolean("words.write")) {
            Files.writeString(PAGE, WordsPage.print());
        }

        assertThat(PAGE).content().isEqualTo(WordsPage.print());
    }
}

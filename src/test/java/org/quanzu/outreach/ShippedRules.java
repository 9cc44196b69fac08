package org.quanzu.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.quanzu.practice.Messages;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.rulefile.table.MessagesFile;

/** The messages as shipped, and four levels. */
public final class ShippedRules implements ServedRules {
    private final Messages messages;

    public ShippedRules() {
        try {
            Problems problems = new Problems("messages.csv");
            messages = MessagesFile.read(Files.readString(Path.of("rules/messages.csv")), problems);
            assertThat(problems.found()).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Messages messages() {
        return messages;
    }

    @Override
    public int rank(String level) {
        return List.of("NONE", "BLUE", "YELLOW", "ORANGE", "RED").indexOf(level);
    }
}

package org.quanzu.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The compiled rules of a server that has all shipped ones, known by their size: lent to the next server, they spare most of its
 * start. One that has other rules compiles as ever.
 */
final class CompiledRules {
    private static final String NAME = "compiled-rules";
    private static final Path KEPT = Path.of("target", NAME);

    private CompiledRules() {}

    /** Copies them into the data folder, if it has none. */
    static void lendTo(Path data) throws IOException {
        if (Files.exists(KEPT) && Files.notExists(data.resolve(NAME))) {
            Files.copy(KEPT, data.resolve(NAME), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Keeps those of the data folder, if they are no few rules. */
    static void keepThoseOf(Path data) throws IOException {
        Path made = data.resolve(NAME);
        if (Files.exists(made) && (Files.notExists(KEPT) || 2 * Files.size(made) > Files.size(KEPT))) {
            Path whole = Files.createTempFile(KEPT.getParent(), NAME, null);
            Files.copy(made, whole, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            Files.move(whole, KEPT, StandardCopyOption.ATOMIC_MOVE); // another test may be reading it
        }
    }
}

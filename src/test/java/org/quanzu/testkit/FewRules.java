package org.quanzu.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The shipped rules folder with one rule of each family: compiled in a moment, for tests of what is around the rules. */
public final class FewRules {
    private static final Path SHIPPED = Path.of("rules");

    private FewRules() {}

    /** Writes them into the empty or new folder {@code to}, and answers it. */
    public static Path in(Path to) throws IOException {
        Set<Path> families = new HashSet<>();
        for (Path file : shipped()) {
            if (!file.toString().endsWith(".drl") || families.add(file.getParent())) {
                Path copy = to.resolve(SHIPPED.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return to;
    }

    private static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}

package org.quanzu.rulefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A folder of rule files on disk. */
public final class RuleFolder {
    private static final int DEPTH = 3;
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 4_000_000;

    private RuleFolder() {}

    /** Reads all rule files in {@code folder}; hidden files are left out, strays and other extensions named. */
    public static RuleFiles read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UnreadableRuleFiles(
                    folder + " is no folder that can be read\nMaybe name the rules folder by --quanzu.rules=DIR");
        }
        try (Stream<Path> paths = Files.walk(folder, DEPTH)) {
            List<Path> found = paths.limit(MOST_ENTRIES)
                    .filter(path -> Files.isRegularFile(path) && !isHidden(name(folder, path)))
                    .toList();
            Map<String, String> files = new TreeMap<>();
            Set<String> ignored = new TreeSet<>();
            for (Path path : found) {
                String name = name(folder, path);
                if (isStray(name)) {
                    ignored.add(name);
                } else {
                    files.put(name, text(path));
                }
            }
            return new RuleFiles(files, ignored);
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableRuleFiles(
                    folder + " cannot be read: " + e.getMessage() + "\nMaybe check who owns it", e);
        }
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".") || name.contains("/.");
    }

    /** What spreadsheets and editors leave beside a file while it is open or after it was saved, and what is no text. */
    private static boolean isStray(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return file.startsWith("~") || file.startsWith("#") || !RuleFiles.isRuleFile(name);
    }

    /**
     * The path from {@code folder} with slashes. It is read from the addresses, which have the bytes on the disk: under
     * {@code LC_ALL=C} the path itself has a question mark for every character that is not ASCII.
     */
    private static String name(Path folder, Path path) {
        return folder.toUri().relativize(path.toUri()).getPath();
    }

    /** Its text; bytes that are no UTF-8 become U+FFFD, which the reader reports. */
    private static String text(Path path) throws IOException {
        if (Files.size(path) > MOST_BYTES) {
            throw new UnreadableRuleFiles(path + " is larger than 1 MB\nMaybe move it out of the folder");
        }
        return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    }
}

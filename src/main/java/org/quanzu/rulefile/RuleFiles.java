package org.quanzu.rulefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The text of all rule files by path (relative, with slashes), immutable, with the version made from it. */
public final class RuleFiles {
    public static final Set<String> EXTENSIONS = Set.of("csv", "drl", "md", "yaml");
    private static final int MOST_FILES = 2_000;
    private static final int LONGEST_FILE = 1_000_000;
    private static final int VERSION_LENGTH = 7;

    private final SortedMap<String, String> files;
    private final SortedSet<String> ignored;
    private final String version;

    public RuleFiles(Map<String, String> files) {
        this(files, Set.of());
    }

    /** With the paths of files that lay beside them and were not read. */
    RuleFiles(Map<String, String> files, Set<String> ignored) {
        if (files.size() > MOST_FILES) {
            throw new UnreadableRuleFiles("there are " + files.size() + " rule files; at most " + MOST_FILES
                    + " are read\nMaybe the folder is the wrong one");
        }
        files.forEach(RuleFiles::check);
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        this.ignored = Collections.unmodifiableSortedSet(new TreeSet<>(ignored));
        version = hash(this.files).substring(0, VERSION_LENGTH);
    }

    private static void check(String path, String content) {
        if (path.startsWith("/") || path.contains("\\") || path.contains("..") || !isRuleFile(path)) {
            throw new UnreadableRuleFiles(path + " is no path of a rule file\nMaybe write it like loan/name.drl");
        }
        if (content.length() > LONGEST_FILE) {
            throw new UnreadableRuleFiles(path + " has " + content.length() + " characters; at most " + LONGEST_FILE
                    + " are read\nMaybe split it, or move it out of the folder");
        }
    }

    /** Paths of files that lay beside the rule files and were not read. */
    SortedSet<String> ignored() {
        return ignored;
    }

    static boolean isRuleFile(String path) {
        return EXTENSIONS.contains(path.substring(path.lastIndexOf('.') + 1));
    }

    private static String hash(SortedMap<String, String> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, content) -> {
                digest.update((path + '\0').getBytes(UTF_8));
                digest.update((content + '\0').getBytes(UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    public SortedMap<String, String> all() {
        return files;
    }

    /** The first 7 hexadecimal digits of SHA-256 over sorted paths and contents. */
    public String version() {
        return version;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RuleFiles that && files.equals(that.files);
    }

    @Override
    public int hashCode() {
        return files.hashCode();
    }

    @Override
    public String toString() {
        return "rule files " + version;
    }
}

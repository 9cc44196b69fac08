package org.quanzu.rulefile.table;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.rulefile.vocabulary.Nearest;
import org.quanzu.scoring.Family;
import org.quanzu.scoring.Text;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a {@code family.yaml}. */
public final class FamilyFile {
    private static final List<String> KEYS = List.of("prefix", "name_en", "name_zh");
    private static final Pattern PREFIX = Pattern.compile("[A-Z]{2,10}");
    private static final Pattern FOLDER = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final int LONGEST = 10_000;
    private static final int DEEPEST = 5;

    private FamilyFile() {}

    /** The family in {@code folder}, or null after a problem was reported. */
    public static @Nullable Family read(String folder, String text, Problems problems) {
        Map<?, ?> values = load(text, problems);
        if (values == null) {
            return null;
        }
        for (Object key : values.keySet()) {
            String name = String.valueOf(key);
            if (!KEYS.contains(name)) {
                problems.error(line(text, name), 1, "\"" + name + "\" is not known", Nearest.advice(name, KEYS));
            }
        }
        String prefix = value("prefix", values, problems);
        if (!prefix.isEmpty() && !PREFIX.matcher(prefix).matches()) {
            String message = "prefix is \"" + prefix + "\"";
            problems.error(line(text, "prefix"), 1, message, "write 2 to 10 capital letters, like LOAN");
        }
        if (!FOLDER.matcher(folder).matches()) {
            problems.error(1, 1, "the folder is called \"" + folder + "\"", "use small letters, digits and _");
        }
        Text name = new Text(value("name_en", values, problems), value("name_zh", values, problems));
        return problems.hasErrors() ? null : new Family(folder, prefix, name);
    }

    private static @Nullable Map<?, ?> load(String text, Problems problems) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setNestingDepthLimit(DEEPEST);
        options.setAllowDuplicateKeys(false);
        try {
            Object loaded = new Yaml(new SafeConstructor(options)).load(text);
            if (loaded instanceof Map<?, ?> values) {
                return values;
            }
            problems.error(1, 1, "the file has no names and values", "write prefix: LOAN and so on, one per line");
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            int line = mark == null ? 1 : mark.getLine() + 1;
            int column = mark == null ? 1 : mark.getColumn() + 1;
            problems.error(line, column, "not YAML: " + e.getProblem(), "put the value in quotation marks");
        } catch (YAMLException e) {
            problems.error(1, 1, "not YAML: " + e.getMessage(), "write prefix: LOAN and so on, one per line");
        }
        return null;
    }

    private static String value(String key, Map<?, ?> values, Problems problems) {
        Object value = values.get(key);
        String text = value == null ? "" : value.toString().strip();
        if (text.isEmpty()) {
            problems.error(1, 1, key + " is missing", "add a line " + key + ": …");
        }
        return text;
    }

    private static int line(String text, String key) {
        int at = Math.max(0, text.indexOf(key));
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}

package org.quanzu.rulefile.check;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.rulefile.syntax.RuleSyntax;
import org.quanzu.rulefile.syntax.RuleSyntax.Metadata;
import org.quanzu.rulefile.syntax.RuleSyntax.Part;
import org.quanzu.rulefile.syntax.Span;
import org.quanzu.rulefile.vocabulary.Nearest;
import org.quanzu.scoring.Evidence;
import org.quanzu.scoring.Family;
import org.quanzu.scoring.Rule;
import org.quanzu.scoring.Rule.Stage;
import org.quanzu.scoring.Rule.Status;
import org.quanzu.scoring.Text;

/** Checks what stands before {@code when}: the name of the rule and its metadata. */
final class Headers {
    private static final Set<String> REQUIRED =
            Set.of("id", "status", "points", "evidence", "reason", "reason_zh", "ordinary");
    private static final Set<String> TEXTS = Set.of("reason", "reason_zh", "ordinary");
    private static final List<String> ALL =
            List.of("id", "status", "points", "evidence", "reason", "reason_zh", "ordinary", "decisive", "stage");
    private static final Pattern ID = Pattern.compile("([A-Z]+)-\\d{1,6}");
    private static final Pattern POINTS = Pattern.compile("-?\\d{1,4}");
    private static final int MOST_POINTS = 100;
    private static final int LONGEST_NAME = 120;

    private final RuleSyntax syntax;
    private final String folder;
    private final Problems problems;
    private final Map<String, Part> values = new HashMap<>();

    private Headers(RuleSyntax syntax, String folder, Problems problems) {
        this.syntax = syntax;
        this.folder = folder;
        this.problems = problems;
    }

    /** The rule, or null after problems were reported. */
    static @Nullable Rule check(RuleSyntax syntax, String folder, Known known, Problems problems) {
        return new Headers(syntax, folder, problems).check(known);
    }

    /** What other files say: the prefix of the rule's family and the codes of the levels; null where they cannot be read. */
    record Known(@Nullable String prefix, @Nullable Collection<String> levels) {}

    private @Nullable Rule check(Known known) {
        place();
        syntax.metadata().forEach(this::collect);
        REQUIRED.stream().sorted().filter(name -> !values.containsKey(name)).forEach(this::missing);
        String id = id(known.prefix());
        Integer points = points();
        Status status = oneOf("status", Status.values(), value -> value.name().toLowerCase(Locale.ROOT));
        Evidence evidence = oneOf("evidence", Evidence.values(), Enum::name);
        Stage stage = oneOf("stage", Stage.values(), Enum::name);
        String decisive = decisive(known.levels());
        if (id == null || points == null || status == null || evidence == null || problems.hasErrors()) {
            return null;
        }
        return new Rule(
                id,
                syntax.name().value(),
                folder,
                status,
                points,
                evidence,
                decisive,
                stage,
                new Text(text("reason"), text("reason_zh")),
                text("ordinary"),
                problems.file());
    }

    private void place() {
        String name = syntax.name().value();
        if (!syntax.folder().value().equals(folder)) {
            String message = "package " + syntax.folder().value() + " stands in the folder " + folder;
            problems.error(syntax.folder().span(), message, "write package " + folder);
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            problems.error(syntax.name().span(), "a rule's name has 1 to 120 characters", "say what the rule finds");
        }
        String file = problems.file().substring(problems.file().lastIndexOf('/') + 1);
        String wanted =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "") + ".drl";
        if (!wanted.equals(".drl") && !file.equals(wanted)) {
            Span at = syntax.name().span();
            problems.warning(at.line(), at.column(), "the file is not named like the rule", "rename it to " + wanted);
        }
    }

    private void collect(Metadata metadata) {
        String name = metadata.name();
        if (!ALL.contains(name)) {
            problems.error(metadata.span(), "@" + name + " is not known", Nearest.advice(name, ALL));
        } else if (values.putIfAbsent(name, metadata.value()) != null) {
            problems.error(metadata.span(), "@" + name + " stands twice", "remove one of them");
        } else if (TEXTS.contains(name) && !metadata.quoted()) {
            problems.error(metadata.value().span(), "@" + name + " is a text", "put it in quotation marks");
        } else if (TEXTS.contains(name) && metadata.value().value().isBlank()) {
            problems.error(metadata.value().span(), "@" + name + " is empty", "say it in a sentence");
        }
    }

    private void missing(String name) {
        if (!name.equals("ordinary") || !folder.equals(Family.ORDINARY)) {
            problems.error(
                    syntax.name().span(), "@" + name + " is missing", "add @" + name + "(" + example(name) + ")");
        }
    }

    private static String example(String name) {
        return switch (name) {
            case "id" -> "LOAN-004";
            case "status" -> "experimental";
            case "points" -> "20";
            case "evidence" -> "MONEY";
            case "ordinary" -> "\"the look-alike this rule must not catch\"";
            default -> "\"…\"";
        };
    }

    private @Nullable String id(@Nullable String prefix) {
        Part id = values.get("id");
        if (id == null) {
            return null;
        }
        java.util.regex.Matcher matcher = ID.matcher(id.value());
        if (!matcher.matches()) {
            String example = (prefix == null ? "LOAN" : prefix) + "-004";
            problems.error(id.span(), "\"" + id.value() + "\" is no id", "write prefix and number, like " + example);
            return null;
        }
        if (prefix != null && !matcher.group(1).equals(prefix)) {
            String message = id.value() + " does not begin with the prefix " + prefix + " of " + folder;
            problems.error(id.span(), message, "take the next free number after " + prefix + "-");
        }
        return id.value();
    }

    private @Nullable Integer points() {
        Part points = values.get("points");
        if (points == null) {
            return null;
        }
        int value = POINTS.matcher(points.value()).matches() ? Integer.parseInt(points.value()) : 0;
        boolean ordinary = folder.equals(Family.ORDINARY);
        int size = ordinary ? -value : value;
        if (size < 1 || size > MOST_POINTS) {
            String message = "\"" + points.value() + "\" is no number of points for a rule in " + folder;
            problems.error(points.span(), message, ordinary ? "write -100 to -1" : "write 1 to 100");
            return null;
        }
        return value;
    }

    private <E extends Enum<E>> @Nullable E oneOf(String name, E[] known, Function<E, String> spelling) {
        Part part = values.get(name);
        if (part == null) {
            return null;
        }
        for (E value : known) {
            if (spelling.apply(value).equals(part.value())) {
                return value;
            }
        }
        List<String> words = Arrays.stream(known).map(spelling).toList();
        problems.error(
                part.span(), "@" + name + " is never \"" + part.value() + "\"", Nearest.advice(part.value(), words));
        return null;
    }

    private @Nullable String decisive(@Nullable Collection<String> levels) {
        Part part = values.get("decisive");
        if (part == null) {
            return null;
        }
        if (levels != null && !levels.contains(part.value())) {
            String message = "\"" + part.value() + "\" is no level in levels.csv";
            problems.error(part.span(), message, Nearest.advice(part.value(), levels));
        }
        return part.value();
    }

    private String text(String name) {
        Part part = values.get(name);
        return part == null ? "" : part.value();
    }

    static @Nullable Part metadata(RuleSyntax syntax, String name) {
        return syntax.metadata().stream()
                .filter(metadata -> metadata.name().equals(name) && metadata.quoted())
                .map(Metadata::value)
                .findFirst()
                .orElse(null);
    }
}

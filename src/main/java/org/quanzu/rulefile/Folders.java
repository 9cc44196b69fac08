package org.quanzu.rulefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanzu.profile.Bounds;
import org.quanzu.rulefile.check.RuleCheck;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.rulefile.table.FamilyFile;
import org.quanzu.rulefile.table.ScriptFile;
import org.quanzu.rulefile.vocabulary.Nearest;
import org.quanzu.scoring.Family;
import org.quanzu.scoring.Levels;
import org.quanzu.scoring.Text;

/** What lies in folders: families with their rules, and scripts. */
final class Folders {
    private static final Comparator<CheckedRule> BY_ID = Comparator.comparing(
                    (CheckedRule rule) -> rule.rule().id().replaceAll("-.*", ""))
            .thenComparingInt(rule -> Integer.parseInt(rule.rule().id().replaceAll(".*-", "")));
    private static final Pattern SCRIPT = Pattern.compile("scripts/([a-z0-9_]+)\\.(en|zh)\\.md");
    private static final Set<String> TABLES = Set.of(
            "levels.csv",
            "actions.csv",
            "scorecard.csv",
            "priority.csv",
            "retries.csv",
            "units.csv",
            "messages.csv",
            "lists/accounts.csv",
            "lists/numbers.csv",
            "lists/apps.csv",
            "lists/trusted_payees.csv",
            "lists/number_kinds.csv",
            "lists/exchange_rates.csv");

    private final SortedMap<String, String> files;
    private final Consumer<List<Problem>> report;

    Folders(SortedMap<String, String> files, Consumer<List<Problem>> report) {
        this.files = files;
        this.report = report;
    }

    /** Reports files that would be passed over. */
    void checkPaths() {
        for (String path : files.keySet()) {
            Problems problems = new Problems(path);
            boolean family =
                    path.split("/", -1).length == 2 && !path.startsWith("lists/") && !path.startsWith("scripts/");
            if (path.endsWith(".drl") && !family) {
                problems.error(1, 1, "a rule does not belong here", "move it into the folder of its family");
            } else if (path.endsWith(".csv") && !TABLES.contains(path)) {
                problems.error(1, 1, "this table is not known", Nearest.advice(path, TABLES));
            } else if (path.endsWith(".yaml") && !(family && path.endsWith("/family.yaml"))) {
                problems.error(1, 1, "this file is not known", "call it family.yaml, in the folder of a family");
            } else if (path.startsWith("scripts/") && !SCRIPT.matcher(path).matches()) {
                problems.error(
                        1, 1, "this script is not known", "call it like scripts/loan.en.md and scripts/loan.zh.md");
            }
            report.accept(problems.found());
        }
    }

    List<Family> families() {
        List<Family> families = new ArrayList<>();
        Map<String, String> folderByPrefix = new HashMap<>();
        for (String folder : folders()) {
            Problems problems = new Problems(folder + "/family.yaml");
            String text = files.get(problems.file());
            Family family = text == null ? null : problems.reading(() -> FamilyFile.read(folder, text, problems));
            if (text == null) {
                problems.error(1, 1, "the file is missing", "add it with prefix, name_en and name_zh");
            }
            if (family != null) {
                String other = folderByPrefix.putIfAbsent(family.prefix(), folder);
                if (other != null) {
                    String message = "the prefix " + family.prefix() + " is that of " + other;
                    problems.error(1, 1, message, "choose another one");
                }
                families.add(family);
            }
            report.accept(problems.found());
        }
        return families;
    }

    private Set<String> folders() {
        Set<String> folders = new TreeSet<>();
        for (String path : files.keySet()) {
            String[] parts = path.split("/", -1);
            if (parts.length == 2 && (path.endsWith(".drl") || parts[1].equals("family.yaml"))) {
                folders.add(parts[0]);
            }
        }
        folders.removeAll(Set.of("lists", "scripts"));
        return folders;
    }

    /** The rules without errors, in the order of their ids. */
    List<CheckedRule> rules(List<Family> families, @Nullable Levels levels, Bounds bounds) {
        Map<String, String> prefixes = new HashMap<>();
        families.forEach(family -> prefixes.put(family.id(), family.prefix()));
        RuleCheck check = new RuleCheck(levels, bounds);
        List<CheckedRule> rules = new ArrayList<>();
        files.forEach((path, text) -> {
            if (path.endsWith(".drl") && path.split("/", -1).length == 2) {
                Problems problems = new Problems(path);
                String folder = path.substring(0, path.indexOf('/'));
                CheckedRule rule = check.check(folder, prefixes.get(folder), text, problems);
                if (rule != null) {
                    rules.add(rule);
                }
                report.accept(problems.found());
            }
        });
        rules.sort(BY_ID);
        return rules;
    }

    SortedMap<String, Text> scripts() {
        SortedMap<String, Text> scripts = new TreeMap<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Matcher matcher = SCRIPT.matcher(file.getKey());
            if (!matcher.matches()) {
                continue;
            }
            Problems problems = new Problems(file.getKey());
            ScriptFile.check(file.getValue(), problems);
            String en = files.get("scripts/" + matcher.group(1) + ".en.md");
            String zh = files.get("scripts/" + matcher.group(1) + ".zh.md");
            if (en == null || zh == null) {
                String message = "the script is there in one language only";
                problems.error(1, 1, message, "add " + matcher.group(1) + (en == null ? ".en.md" : ".zh.md"));
            }
            scripts.put(matcher.group(1), new Text(en == null ? "" : en, zh == null ? "" : zh));
            report.accept(problems.found());
        }
        return scripts;
    }
}

package org.quanzu.rulefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.quanzu.practice.Messages;
import org.quanzu.practice.Practice;
import org.quanzu.practice.Units;
import org.quanzu.profile.Bounds;
import org.quanzu.rulefile.check.RuleCheck;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.rulefile.table.ActionsFile;
import org.quanzu.rulefile.table.ExchangeRatesFile;
import org.quanzu.rulefile.table.LevelsFile;
import org.quanzu.rulefile.table.ListFile;
import org.quanzu.rulefile.table.MessagesFile;
import org.quanzu.rulefile.table.PriorityFile;
import org.quanzu.rulefile.table.RetriesFile;
import org.quanzu.rulefile.table.ScorecardFile;
import org.quanzu.rulefile.table.UnitsFile;
import org.quanzu.rulefile.vocabulary.Nearest;
import org.quanzu.scoring.Actions;
import org.quanzu.scoring.Family;
import org.quanzu.scoring.Levels;
import org.quanzu.scoring.Scorecard;
import org.quanzu.scoring.Text;
import org.quanzu.watchlist.ExchangeRates;
import org.quanzu.watchlist.NumberPlan;
import org.quanzu.watchlist.Watchlist;
import org.quanzu.watchlist.Watchlists;

/** Reads and checks all rule files together and reports every problem of every file. */
public final class RuleFilesReader {
    private static final String ZIP = "PK\u0003\u0004";
    private static final String LEVELS = "levels.csv";

    private final SortedMap<String, String> files = new TreeMap<>();
    private final String version;
    private final Bounds bounds;
    private final SortedSet<String> ignored;
    private final List<Problem> problems = new ArrayList<>();

    private RuleFilesReader(RuleFiles files, Bounds bounds) {
        this.bounds = bounds;
        version = files.version();
        ignored = files.ignored();
        files.all().forEach((path, text) -> this.files.put(path, text.startsWith("\ufeff") ? text.substring(1) : text));
    }

    /** Reads rules for a house that keeps as much as without any setting. */
    public static Reading read(RuleFiles files) {
        return read(files, Bounds.STANDARD);
    }

    /** Reads rules that may look back as far as {@code bounds} say. */
    public static Reading read(RuleFiles files, Bounds bounds) {
        return new RuleFilesReader(files, bounds).read();
    }

    /** What is wrong with one rule, read without the other files. */
    public static List<Problem> problemsOf(String path, String text) {
        Problems problems = new Problems(path);
        new RuleCheck(null, Bounds.STANDARD).check(path.substring(0, path.indexOf('/')), null, text, problems);
        return problems.found();
    }

    /** One rule for a family with this prefix, without the other files; an {@link IllegalArgumentException} has its problems. */
    public static CheckedRule readAlone(String path, String prefix, String text) {
        Problems problems = new Problems(path);
        CheckedRule rule = new RuleCheck(null, Bounds.STANDARD)
                .check(path.substring(0, path.indexOf('/')), prefix, text, problems);
        if (rule == null) {
            throw new IllegalArgumentException(problems.found().toString());
        }
        return rule;
    }

    /** What may be meant by a word that is no unit of {@code units.csv}; empty when it is one. */
    public static Optional<String> adviceOnUnit(RuleFiles files, String word) {
        List<String> units = new RuleFilesReader(files, Bounds.STANDARD)
                .tableOr("units.csv", Units.STANDARD, UnitsFile::read)
                .codes();
        return units.contains(word) ? Optional.empty() : Optional.of(Nearest.advice(word, units));
    }

    private Reading read() {
        files.forEach(this::encoding);
        ignored.forEach(this::ignored);
        Folders folders = new Folders(files, problems::addAll);
        folders.checkPaths();
        List<Family> families = folders.families();
        List<String> ids = families.stream().map(Family::id).toList();
        Levels levels = table(LEVELS, new Levels(List.of()), (text, found) -> LevelsFile.read(text, ids, found));
        Map<String, Text> scripts = folders.scripts();
        Practice practice = practice(ids, levels);
        ActionsFile.Known known = new ActionsFile.Known(
                ids, levels, scripts.keySet(), practice.units().codes());
        Actions actions =
                table("actions.csv", new Actions(List.of()), (text, found) -> ActionsFile.read(text, known, found));
        Scorecard scorecard = table("scorecard.csv", new Scorecard(Map.of()), ScorecardFile::read);
        Watchlists watchlists = watchlists();
        List<CheckedRule> rules = folders.rules(families, levels.rows().isEmpty() ? null : levels, bounds);
        boolean errors = problems.stream().anyMatch(Problem::isError);
        @Nullable Draft draft = errors
                ? null
                : new Draft(version, families, rules, scorecard, levels, actions, practice, watchlists, scripts);
        return new Reading(problems, draft);
    }

    private Practice practice(List<String> families, Levels levels) {
        return new Practice(
                tableOr(
                        "priority.csv",
                        PriorityFile.byLevel(levels),
                        (text, found) -> PriorityFile.read(text, families, levels, found)),
                tableOr(
                        "retries.csv",
                        RetriesFile.byRank(levels),
                        (text, found) -> RetriesFile.read(text, levels, found)),
                tableOr("units.csv", Units.STANDARD, UnitsFile::read),
                tableOr("messages.csv", Messages.STANDARD, MessagesFile::read));
    }

    /** A table that a rule set can do without. */
    private <T> T tableOr(String path, T otherwise, BiFunction<String, Problems, T> read) {
        return files.containsKey(path) ? table(path, otherwise, read) : otherwise;
    }

    private void ignored(String path) {
        Problems found = new Problems(path);
        found.warning(
                1, 1, "the file is no rule file and is ignored", "move it out of the folder, or save it as CSV UTF-8");
        problems.addAll(found.found());
    }

    private void encoding(String path, String text) {
        int at = text.indexOf('\ufffd');
        if (at >= 0) {
            String before = text.substring(0, at);
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            int column = 1 + before.codePointCount(1 + before.lastIndexOf('\n'), at);
            Problems found = new Problems(path);
            String what = text.startsWith(ZIP) ? "the file is a spreadsheet and no table" : "the file is not in UTF-8";
            found.error(line, column, what, "save it as UTF-8, from Excel as \"CSV UTF-8\"");
            problems.addAll(found.found());
        }
    }

    private <T> T table(String path, T nothing, BiFunction<String, Problems, T> read) {
        Problems found = new Problems(path);
        String text = files.get(path);
        T table = nothing;
        if (text == null) {
            String near = String.join(
                    ", ",
                    new TreeSet<>(files.keySet())
                            .stream()
                                    .filter(other -> !other.contains("/") && other.endsWith(".csv"))
                                    .toList());
            found.error(1, 1, "the file is missing", near.isEmpty() ? "add it" : "it is one of " + near);
        } else {
            T made = found.reading(() -> read.apply(text, found));
            table = made == null ? nothing : made;
        }
        problems.addAll(found.found());
        return table;
    }

    private Watchlists watchlists() {
        NumberPlan plan = list("number_kinds", NumberPlan.EMPTY, ListFile::readKinds);
        return new Watchlists(
                list("accounts", Watchlist.EMPTY, ListFile::readAccounts),
                list("numbers", Watchlist.EMPTY, (text, found) -> ListFile.readNumbers(text, plan, found)),
                list("apps", Watchlist.EMPTY, ListFile::readApps),
                list("trusted_payees", Watchlist.EMPTY, ListFile::readAccounts),
                plan,
                list("exchange_rates", ExchangeRates.NONE, ExchangeRatesFile::read));
    }

    private <T> T list(String name, T nothing, BiFunction<String, Problems, T> read) {
        return tableOr("lists/" + name + ".csv", nothing, read);
    }
}

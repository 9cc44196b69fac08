package org.quanzu.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanzu.profile.Bounds;
import org.quanzu.rulefile.Draft;
import org.quanzu.rulefile.Problem;
import org.quanzu.rulefile.Reading;
import org.quanzu.rulefile.RuleFiles;
import org.quanzu.rulefile.RuleFilesReader;
import org.quanzu.rules.engine.BytecodeFile;
import org.quanzu.rules.engine.RuleCompilation;
import org.quanzu.scoring.RuleSet;
import org.quanzu.watchlist.ExchangeRates;
import org.quanzu.watchlist.Watchlists;

/** Makes rule sets from rule files; unchanged rules and lists are taken over from the set made before. */
public final class RuleSetFactory {
    private static final String RULE = ".drl";

    private final RuleCompilation compilation;
    private final String currency;
    private final Bounds bounds;
    private @Nullable Watchlists lists;

    /** A factory that compiles all rules itself, for a house that counts in CNY and keeps what is kept without any setting. */
    public RuleSetFactory() {
        this(Bounds.STANDARD);
    }

    /** The same for a house that keeps what {@code bounds} say. */
    public RuleSetFactory(Bounds bounds) {
        this(null, ExchangeRates.CNY, bounds);
    }

    /** A factory that begins with the compiled rules in {@code kept}, where they are the same. */
    RuleSetFactory(@Nullable BytecodeFile kept, String currency, Bounds bounds) {
        compilation = new RuleCompilation(kept);
        this.currency = currency;
        this.bounds = bounds;
    }

    /** A rule set, or null with the problems that kept it from being made; warnings may come with a rule set. */
    public record Made(@Nullable RuleSet ruleSet, @Nullable Draft draft, List<Problem> problems) {}

    /** Reads, checks and compiles {@code files}; all problems of all files are reported at once. */
    public synchronized Made make(RuleFiles files) {
        return make(files, files.version());
    }

    /** The same of files that served before, but without the rules that no longer hold (as the program changes); they are reported. */
    synchronized Made makeOfWhatHolds(RuleFiles files) {
        List<Problem> problems = new ArrayList<>();
        Map<String, String> left = new TreeMap<>(files.all());
        while (true) {
            Made made = make(new RuleFiles(left), files.version());
            problems.addAll(made.problems());
            Set<String> broken = made.problems().stream()
                    .filter(problem -> problem.isError() && problem.file().endsWith(RULE))
                    .map(Problem::file)
                    .collect(Collectors.toSet());
            if (made.ruleSet() != null || !left.keySet().removeAll(broken)) {
                return new Made(made.ruleSet(), made.draft(), List.copyOf(problems));
            }
        }
    }

    private Made make(RuleFiles files, String version) {
        Reading reading = RuleFilesReader.read(files, bounds);
        List<Problem> problems = new ArrayList<>(reading.problems());
        Draft draft = reading.draft();
        if (draft == null || problems.stream().anyMatch(Problem::isError)) {
            return new Made(null, null, List.copyOf(problems));
        }
        RuleCompilation.Result compiled = compilation.compile(draft.rules());
        problems.addAll(compiled.problems());
        if (!compiled.problems().isEmpty()) {
            return new Made(null, null, List.copyOf(problems));
        }
        Watchlists same = lists;
        Watchlists read = draft.watchlists().in(currency);
        Watchlists current = same != null && same.equals(read) ? same : read;
        lists = current;
        RuleSet ruleSet = new RuleSet(
                version,
                draft.families(),
                compiled.rules(),
                draft.scorecard(),
                draft.levels(),
                draft.actions(),
                draft.practice(),
                draft.scripts(),
                current,
                compiled.evaluator(),
                bounds);
        return new Made(ruleSet, draft, List.copyOf(problems));
    }
}

package org.quanzu.rules;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.RuleFiles;
import org.quanzu.rules.engine.RuleFaults;
import org.quanzu.scoring.RuleSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes rule sets: kept in the store, warmed, then swapped in at once; evaluations under way finish on the old one. */
final class PublishedRuleSets implements RuleSets {
    private static final Logger log = LoggerFactory.getLogger(PublishedRuleSets.class);

    private final RuleSetStore store;
    private final WarmUp warmUp;
    private final Clock clock;
    private final Consumer<String> faulty;
    private volatile @Nullable RuleSet current;
    private volatile Map<String, String> currentFiles = Map.of();

    /** {@code faulty} is told the id of a rule each time it cannot be evaluated. */
    PublishedRuleSets(RuleSetStore store, WarmUp warmUp, Clock clock, Consumer<String> faulty) {
        this.store = store;
        this.warmUp = warmUp;
        this.clock = clock;
        this.faulty = faulty;
    }

    @Override
    public RuleSet current() {
        return Objects.requireNonNull(current, "No rule set is published yet");
    }

    @Override
    public Optional<String> text(String path) {
        return Optional.ofNullable(currentFiles.get(path));
    }

    @Override
    public List<RuleFault> faults() {
        RuleSet serving = current;
        return serving == null
                ? List.of()
                : RuleFaults.of(serving.evaluator()).map(RuleFaults::all).orElse(List.of());
    }

    boolean serving() {
        return current != null;
    }

    @Override
    public List<Version> versions() {
        return store.versions();
    }

    /** Puts {@code ruleSet} made from {@code files} into service, after at most {@code warmMillis} of warming. */
    synchronized void publish(RuleSet ruleSet, RuleFiles files, String by, long warmMillis) {
        RuleSet before = current;
        if (before != null && before.version().equals(ruleSet.version())) {
            return;
        }
        warm(ruleSet, warmMillis);
        RuleFaults.of(ruleSet.evaluator()).ifPresent(faults -> faults.listen(faulty));
        store.publish(ruleSet.version(), files.all(), ruleSet.rules().size(), by, Instant.now(clock));
        current = ruleSet;
        log.info(
                "Rule set {} is live: {} rules, published by {}, changed {}",
                ruleSet.version(),
                ruleSet.rules().size(),
                by,
                before == null ? "everything" : changes(currentFiles, files.all()));
        currentFiles = files.all();
    }

    /** A set that cannot be warmed is slow for its first events, no more. */
    private void warm(RuleSet ruleSet, long atMostMillis) {
        try {
            warmUp.warm(ruleSet, atMostMillis);
        } catch (RuntimeException | StackOverflowError e) {
            log.warn("Rule set {} could not be warmed up before it serves", ruleSet.version(), e);
        }
    }

    /** The paths that differ, in order. */
    private static Set<String> changes(Map<String, String> before, Map<String, String> after) {
        Set<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        paths.removeIf(path -> Objects.equals(before.get(path), after.get(path)));
        return paths;
    }
}

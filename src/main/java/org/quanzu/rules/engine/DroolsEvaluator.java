package org.quanzu.rules.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Now;
import org.quanzu.rules.screening.Screening;
import org.quanzu.scoring.Evaluator;
import org.quanzu.scoring.Hit;

/**
 * Evaluates rules with Drools, stateless: each rule that may match gets the facts it may use in a pooled session of its own
 * small rule base. Consequences are empty; a match becomes a hit from what the rule file says and the facts matched. A rule
 * that joins too much, or whose condition fails on these facts, is reported and does not count; the others do.
 */
final class DroolsEvaluator implements Evaluator {
    private final List<CompiledRule> rules;
    private final Screening screening;
    private final int indices;
    private final RuleFaults faults = new RuleFaults();

    DroolsEvaluator(List<CompiledRule> compiled) {
        rules = compiled.stream()
                .sorted(Comparator.comparing(rule -> rule.rule().id()))
                .toList();
        indices = 1 + compiled.stream().mapToInt(CompiledRule::index).max().orElse(0);
        screening = new Screening(rules.stream().map(CompiledRule::view).toList());
    }

    RuleFaults faults() {
        return faults;
    }

    List<CompiledRule> rules() {
        return rules;
    }

    @Override
    public Evaluation evaluate(List<Fact> facts, long nowMillis) {
        Now now = new Now(nowMillis, indices);
        Screening.Sorted sorted = screening.sort(facts, now);
        Found found = new Found();
        for (int i = 0; i < rules.size(); i++) {
            List<Fact> relevant = sorted.relevant(i);
            if (relevant != null) {
                found.in(rules.get(i), relevant, now);
            }
        }
        return found.evaluation();
    }

    /** The same without screening: every rule gets every fact. */
    Evaluation evaluateAll(List<Fact> facts, long nowMillis) {
        Now now = new Now(nowMillis, indices);
        Found found = new Found();
        rules.forEach(rule -> found.in(rule, facts, now));
        return found.evaluation();
    }

    /** What is found, rule by rule in the order of their ids. */
    private final class Found {
        private @Nullable List<Hit> hits;
        private @Nullable List<String> cutOff;

        void in(CompiledRule rule, List<Fact> facts, Now now) {
            Hit hit = null;
            Throwable failure = null;
            try {
                hit = RuleEngine.hit(rule, facts, now);
            } catch (RuntimeException | StackOverflowError | LinkageError e) {
                failure = e;
            }
            if (failure != null || now.cutOff(rule.index())) {
                faults.add(rule.rule(), failure);
                cutOff = Objects.requireNonNullElseGet(cutOff, ArrayList::new);
                cutOff.add(rule.rule().id());
            } else if (hit != null) {
                hits = Objects.requireNonNullElseGet(hits, ArrayList::new);
                hits.add(hit);
            }
        }

        Evaluation evaluation() {
            return hits == null && cutOff == null
                    ? Evaluation.NOTHING
                    : new Evaluation(
                            hits == null ? List.of() : List.copyOf(hits),
                            cutOff == null ? List.of() : List.copyOf(cutOff));
        }
    }
}

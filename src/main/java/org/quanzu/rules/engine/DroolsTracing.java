package org.quanzu.rules.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.drools.model.Model;
import org.jspecify.annotations.Nullable;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Now;
import org.quanzu.rulefile.Step;
import org.quanzu.rules.RuleTrace;
import org.quanzu.rules.Tracing;
import org.quanzu.scoring.Evaluator.Evaluation;
import org.quanzu.scoring.RuleSet;

/**
 * Finds the first condition that failed by evaluating rules cut off after their first, second, … step. Most rules already
 * fail on their first pattern, which is told without compiling anything; what is compiled for the others is remembered.
 */
final class DroolsTracing implements Tracing {
    private static final int MOST_REMEMBERED = 5_000;

    private final Map<String, Model> prefixes = new HashMap<>();

    @Override
    public synchronized List<RuleTrace> trace(RuleSet ruleSet, List<Fact> facts, long nowMillis) {
        List<CompiledRule> rules = ((DroolsEvaluator) ruleSet.evaluator()).rules();
        Set<String> matched = ids(ruleSet.evaluator().evaluate(facts, nowMillis));
        Map<String, @Nullable Step> failed = new HashMap<>();
        List<CompiledRule> unclear = new ArrayList<>();
        for (CompiledRule rule : rules) {
            if (!matched.contains(rule.rule().id())) {
                Step step = FirstPattern.failure(rule, facts, new Now(nowMillis, 1));
                failed.put(rule.program().name(), step);
                if (step == null) {
                    unclear.add(rule);
                }
            }
        }
        failed.putAll(compare(unclear, facts, nowMillis));
        return rules.stream()
                .sorted(Comparator.comparing(rule -> rule.rule().id()))
                .map(rule -> new RuleTrace(
                        rule.rule(),
                        matched.contains(rule.rule().id()),
                        condition(failed.get(rule.program().name()))))
                .toList();
    }

    private static Set<String> ids(Evaluation found) {
        Set<String> ids = new HashSet<>();
        found.hits().forEach(hit -> ids.add(hit.rule().id()));
        return ids;
    }

    private static RuleTrace.@Nullable Condition condition(@Nullable Step step) {
        return step == null ? null : new RuleTrace.Condition(step.line(), step.column(), step.text());
    }

    /** The first step without which each rule still matches and with which it does not. */
    private Map<String, Step> compare(List<CompiledRule> rules, List<Fact> facts, long nowMillis) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (CompiledRule rule : rules) {
            for (int steps = 1; steps < rule.source().steps().size(); steps++) {
                texts.put(name(rule, steps), rule.source().conditionsUpTo().apply(steps));
            }
        }
        remember(texts);
        Set<String> matching = matching(rules, facts, nowMillis);
        Map<String, Step> failed = new HashMap<>();
        for (CompiledRule rule : rules) {
            int steps = 1;
            while (steps < rule.source().steps().size() && matching.contains(name(rule, steps))) {
                steps++;
            }
            failed.put(rule.program().name(), rule.source().steps().get(steps - 1));
        }
        return failed;
    }

    private static String name(CompiledRule rule, int steps) {
        return rule.program().name() + "_upto_" + steps;
    }

    private void remember(Map<String, String> texts) {
        if (prefixes.size() > MOST_REMEMBERED) {
            prefixes.clear();
        }
        Map<String, String> unknown = new LinkedHashMap<>(texts);
        unknown.keySet().removeAll(prefixes.keySet());
        prefixes.putAll(DroolsCompiler.compile(unknown));
    }

    private Set<String> matching(List<CompiledRule> rules, List<Fact> facts, long nowMillis) {
        Set<Model> models = new LinkedHashSet<>();
        int indices = 1;
        for (CompiledRule rule : rules) {
            indices = Math.max(indices, rule.index() + 1);
            for (int steps = 1; steps < rule.source().steps().size(); steps++) {
                models.add(Objects.requireNonNull(prefixes.get(name(rule, steps))));
            }
        }
        Set<String> names = new HashSet<>();
        new RuleEngine(models).fire(facts, new Now(nowMillis, indices), match -> {
            names.add(match.getRule().getName());
            return false;
        });
        return names;
    }
}

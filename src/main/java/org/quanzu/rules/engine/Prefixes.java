package org.quanzu.rules.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.drools.model.Model;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Now;
import org.quanzu.rulefile.Step;

/** Finds the step where rules failed by evaluating them cut off after their first, second, … step, each in the engine. */
final class Prefixes {
    private static final int MOST_REMEMBERED = 2_000;

    private final Map<String, RuleEngine> engines = new HashMap<>();

    /** The first step, by program, without which each rule matches and with which it does not. */
    Map<String, Step> failures(List<CompiledRule> rules, List<Fact> facts, long nowMillis) {
        remember(rules);
        Map<String, Step> failed = new HashMap<>();
        for (CompiledRule rule : rules) {
            List<Step> steps = rule.source().steps();
            int first = 1;
            while (first < steps.size() && matches(rule, first, facts, nowMillis)) {
                first++;
            }
            failed.put(rule.program().name(), steps.get(first - 1));
        }
        return failed;
    }

    private static String name(CompiledRule rule, int steps) {
        return rule.program().name() + "_upto_" + steps;
    }

    private void remember(List<CompiledRule> rules) {
        if (engines.size() > MOST_REMEMBERED) {
            engines.clear();
        }
        Map<String, String> unknown = new LinkedHashMap<>();
        for (CompiledRule rule : rules) {
            for (int steps = 1; steps < rule.source().steps().size(); steps++) {
                unknown.put(name(rule, steps), rule.source().conditionsUpTo().apply(steps));
            }
        }
        unknown.keySet().removeAll(engines.keySet());
        Map<String, Model> models = DroolsCompiler.compile(unknown);
        models.forEach((name, model) -> engines.put(name, new RuleEngine(List.of(model))));
    }

    /** Whether the rule matches without the steps after the first {@code steps}; not if a condition fails with an error. */
    private boolean matches(CompiledRule rule, int steps, List<Fact> facts, long nowMillis) {
        RuleEngine engine = Objects.requireNonNull(engines.get(name(rule, steps)));
        boolean[] matched = {false};
        try {
            engine.fire(facts, new Now(nowMillis, rule.index() + 1), match -> {
                matched[0] = true;
                return false;
            });
        } catch (RuntimeException | StackOverflowError e) {
            return false;
        }
        return matched[0];
    }
}

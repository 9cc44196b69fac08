package org.quanzu.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.model.Model;
import org.quanzu.rulefile.CheckedRule;
import org.quanzu.rulefile.Problem;
import org.quanzu.scoring.Rule;

/**
 * Compiles checked rules and remembers the models, so that after an edit only what changed is compiled. Rules keep their
 * index for as long as the process lives; it names them in the budget of joins.
 */
final class RuleCompilation {
    private final Map<String, Integer> indices = new HashMap<>();
    private Map<String, Model> known = Map.of();

    /** Compiled rules, or the problems that kept some from compiling. */
    record Result(List<CompiledRule> rules, List<Problem> problems) {}

    /** Compiles all rules that are not retired; models of rules no longer there are forgotten. */
    synchronized Result compile(List<CheckedRule> checked) {
        Map<String, CheckedRule> byName = new LinkedHashMap<>();
        Map<String, String> conditions = new LinkedHashMap<>();
        for (CheckedRule rule : checked) {
            if (rule.rule().status() != Rule.Status.RETIRED) {
                String text = rule.conditions(index(rule));
                String name = name(rule, text);
                byName.put(name, rule);
                conditions.put(name, text);
            }
        }
        List<Problem> problems = new ArrayList<>();
        known = models(conditions, byName, problems);
        List<CompiledRule> compiled = new ArrayList<>();
        byName.forEach((name, rule) -> {
            Model model = known.get(name);
            if (model != null) {
                compiled.add(new CompiledRule(
                        rule.rule(),
                        name,
                        index(rule),
                        rule.evidence(),
                        rule::reason,
                        model,
                        rule.steps(),
                        steps -> rule.conditions(index(rule), steps)));
            }
        });
        return new Result(List.copyOf(compiled), List.copyOf(problems));
    }

    private int index(CheckedRule rule) {
        return indices.computeIfAbsent(rule.rule().id(), id -> indices.size());
    }

    private static String name(CheckedRule rule, String text) {
        return rule.rule().id().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "_") + "_"
                + Integer.toHexString(text.hashCode());
    }

    private Map<String, Model> models(
            Map<String, String> conditions, Map<String, CheckedRule> rules, List<Problem> problems) {
        Map<String, Model> models = new HashMap<>(known);
        models.keySet().retainAll(conditions.keySet());
        Map<String, String> changed = new LinkedHashMap<>(conditions);
        changed.keySet().removeAll(models.keySet());
        try {
            models.putAll(DroolsCompiler.compile(changed));
        } catch (IllegalArgumentException all) {
            changed.forEach((name, text) -> compileAlone(name, text, rules, models, problems));
        }
        return models;
    }

    private static void compileAlone(
            String name,
            String text,
            Map<String, CheckedRule> rules,
            Map<String, Model> models,
            List<Problem> problems) {
        try {
            models.putAll(DroolsCompiler.compile(Map.of(name, text)));
        } catch (IllegalArgumentException e) {
            CheckedRule rule = java.util.Objects.requireNonNull(rules.get(name));
            problems.add(new Problem(
                    rule.rule().file(),
                    rule.steps().get(0).line(),
                    rule.steps().get(0).column(),
                    "Rule \"" + rule.rule().name() + "\" does not compile: " + e.getMessage()
                            + "\nMaybe a value has another type than the word it is compared with",
                    Problem.Severity.ERROR));
        }
    }
}

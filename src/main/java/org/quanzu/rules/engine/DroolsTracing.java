package org.quanzu.rules.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Now;
import org.quanzu.rulefile.Step;
import org.quanzu.rules.RuleTrace;
import org.quanzu.rules.Tracing;
import org.quanzu.scoring.Evaluator.Evaluation;
import org.quanzu.scoring.RuleSet;

/**
 * Finds the first condition that failed: the first step without which a rule matches and with which it does not. It is told
 * from the predicates of the rule's model; only where they do not tell, rules cut off after some steps are compiled.
 */
final class DroolsTracing implements Tracing {
    private final Prefixes prefixes = new Prefixes();

    @Override
    public synchronized List<RuleTrace> trace(RuleSet ruleSet, List<Fact> facts, long nowMillis) {
        List<CompiledRule> rules = ((DroolsEvaluator) ruleSet.evaluator()).rules();
        Set<String> matched = ids(ruleSet.evaluator().evaluate(facts, nowMillis));
        Map<String, @Nullable Step> failed = new HashMap<>();
        List<CompiledRule> unclear = new ArrayList<>();
        for (CompiledRule rule : rules) {
            if (!matched.contains(rule.rule().id())) {
                Step step = StepSearch.failure(rule, facts, new Now(nowMillis, 1));
                failed.put(rule.program().name(), step);
                if (step == null) {
                    unclear.add(rule);
                }
            }
        }
        failed.putAll(prefixes.failures(unclear, facts, nowMillis));
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
}

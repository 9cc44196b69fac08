package org.quanzu.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Now;
import org.quanzu.scoring.Evaluator.Evaluation;
import org.quanzu.scoring.Hit;

/**
 * The slow way round when a condition throws: every rule is evaluated alone, so that one that fails on these facts is
 * reported by name and all others still count.
 */
final class RuleByRule {
    private final List<CompiledRule> rules;
    private final Map<String, DroolsEvaluator> alone = new ConcurrentHashMap<>();

    RuleByRule(List<CompiledRule> rules) {
        this.rules = rules;
    }

    Evaluation evaluate(List<Fact> facts, long nowMillis) {
        List<Hit> hits = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (CompiledRule rule : rules) {
            try {
                Evaluation one = of(rule).fire(facts, new Now(nowMillis, rule.index() + 1));
                hits.addAll(one.hits());
                failed.addAll(one.cutOff());
            } catch (RuntimeException e) {
                failed.add(rule.rule().id());
            }
        }
        hits.sort(java.util.Comparator.comparing(hit -> hit.rule().id()));
        failed.sort(java.util.Comparator.naturalOrder());
        return new Evaluation(List.copyOf(hits), List.copyOf(failed));
    }

    private DroolsEvaluator of(CompiledRule rule) {
        return alone.computeIfAbsent(rule.name(), name -> new DroolsEvaluator(List.of(rule)));
    }
}

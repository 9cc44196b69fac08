package org.quanzu.rules.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.quanzu.rulefile.CheckedRule;
import org.quanzu.rulefile.Step;
import org.quanzu.scoring.Rule;
import org.quanzu.scoring.Text;

/**
 * What is left of a rule file once its conditions are compiled: the variables that hold evidence, how the reason is filled
 * from what a match bound, the steps of the conditions, and the conditions cut off after the first so many steps.
 */
record RuleSource(
        Rule rule,
        List<String> evidence,
        Function<Map<String, Object>, Text> reason,
        List<Step> steps,
        IntFunction<String> conditionsUpTo) {

    static RuleSource of(CheckedRule rule, int index) {
        return new RuleSource(
                rule.rule(), rule.evidence(), rule::reason, rule.steps(), steps -> rule.conditions(index, steps));
    }
}

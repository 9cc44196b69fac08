package org.quanzu.rules;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.drools.model.Condition;
import org.drools.model.Model;
import org.quanzu.rulefile.Step;
import org.quanzu.scoring.Rule;
import org.quanzu.scoring.Text;

/**
 * A rule ready to be evaluated: its executable model, the name Drools knows it by, the variables that hold evidence, how
 * its reason is filled from the values a match has bound, its steps, and its conditions cut off after the first so many.
 */
record CompiledRule(
        Rule rule,
        String name,
        int index,
        List<String> evidence,
        Function<Map<String, Object>, Text> reason,
        Model model,
        List<Step> steps,
        IntFunction<String> conditionsUpTo) {

    /** This rule cut off early, under another name and with the model of what is left. */
    CompiledRule cutOff(String otherName, Model shorter) {
        return new CompiledRule(rule, otherName, index, List.of(), reason, shorter, steps, conditionsUpTo);
    }

    /** The conditions of the model. */
    Condition view() {
        return (Condition) model.getRules().stream()
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getView();
    }
}

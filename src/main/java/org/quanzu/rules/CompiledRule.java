package org.quanzu.rules;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.drools.model.Model;
import org.quanzu.scoring.Rule;
import org.quanzu.scoring.Text;

/**
 * A rule ready to be evaluated: its executable model, the name Drools knows it by, the variables that hold evidence, and
 * how its reason is filled from the values a match has bound.
 */
record CompiledRule(
        Rule rule,
        String name,
        int index,
        List<String> evidence,
        Function<Map<String, Object>, Text> reason,
        Model model) {}

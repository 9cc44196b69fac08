package org.quanzu.rules;

import java.util.List;
import org.quanzu.fact.Fact;
import org.quanzu.scoring.RuleSet;

/** Explains an evaluation rule by rule. */
public interface Tracing {

    /** One trace for every rule that is not retired, by rule id; {@code nowMillis} is the person's latest event time. */
    List<RuleTrace> trace(RuleSet ruleSet, List<Fact> facts, long nowMillis);
}

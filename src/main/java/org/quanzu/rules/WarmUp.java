package org.quanzu.rules;

import org.quanzu.scoring.RuleSet;

/** Makes a rule set serve at full speed before it serves anybody. */
public interface WarmUp {

    /** Runs {@code ruleSet} until it is warm or {@code atMostMillis} have passed. */
    void warm(RuleSet ruleSet, long atMostMillis);
}

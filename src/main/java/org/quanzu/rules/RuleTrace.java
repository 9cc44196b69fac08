package org.quanzu.rules;

import org.jspecify.annotations.Nullable;
import org.quanzu.scoring.Rule;

/** How one rule fared on a person's facts: matched, or where it first failed. */
public record RuleTrace(
        Rule rule, boolean matched, @Nullable Condition failedAt) {

    /** A condition of a rule file, with the place (from 1) where it stands. */
    public record Condition(int line, int column, String condition) {}
}

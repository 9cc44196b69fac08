package org.quanzu.rulefile;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.print.PrintedConditions;
import org.quanzu.scoring.Rule;
import org.quanzu.scoring.Text;

/** A rule without errors: its conditions as the engine may see them, its evidence, and its reason to be filled. */
public final class CheckedRule {
    private final Rule rule;
    private final PrintedConditions conditions;
    private final Reason en;
    private final Reason zh;

    public CheckedRule(Rule rule, PrintedConditions conditions, Reason en, Reason zh) {
        this.rule = rule;
        this.conditions = conditions;
        this.en = en;
        this.zh = zh;
    }

    public Rule rule() {
        return rule;
    }

    /** The conditions for the rule with this index in the rule set; {@code org.quanzu.fact.*} must be imported. */
    public String conditions(int index) {
        return conditions.print(index);
    }

    /** The conditions cut off after the first {@code steps} of {@link #steps()}. */
    public String conditions(int index, int steps) {
        return conditions.print(index, steps);
    }

    public List<Step> steps() {
        return conditions.steps();
    }

    /** Variables (with their $) bound to facts or lists of facts; in a match of one alternative the others' are unbound. */
    public List<String> evidence() {
        return conditions.evidence();
    }

    /** The reason with the values of {@code bound}, by variable with its $; what is missing or unknown becomes "?". */
    public Text reason(Map<String, ? extends @Nullable Object> bound) {
        return new Text(en.fill(bound), zh.fill(bound));
    }
}

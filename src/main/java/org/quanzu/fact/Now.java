package org.quanzu.fact;

/**
 * The present: the person's latest event time. It also carries the budget of one evaluation: joins ask {@link #permits}
 * before they go on, so that a rule that joins everything with everything comes to an end.
 */
public final class Now extends Fact {
    private static final int JOINS_PER_RULE = 20_000;
    private static final int MOST_RULES = 10_000;

    private final int[] joins;
    private boolean anyCutOff;

    public Now(long atMillis, int rules) {
        super("", "", atMillis, Attributes.HOME);
        joins = new int[rules];
    }

    /** A present at no time with endless budget, to find out which conditions ask for it. */
    public static Now probe() {
        return new Now(0, MOST_RULES);
    }

    /** Whether any rule asked for leave. */
    public boolean asked() {
        for (int asked : joins) {
            if (asked > 0) {
                return true;
            }
        }
        return false;
    }

    /** Counts one join of {@code rule} (its index in the rule set); false once the rule has used up its budget. */
    public boolean permits(int rule) {
        boolean permitted = joins[rule]++ < JOINS_PER_RULE;
        anyCutOff |= !permitted;
        return permitted;
    }

    /** Whether {@code rule} was cut off. */
    public boolean cutOff(int rule) {
        return joins[rule] > JOINS_PER_RULE;
    }

    /** Whether any rule was cut off. */
    public boolean anyCutOff() {
        return anyCutOff;
    }

    @Override
    public boolean settled() {
        return false;
    }
}

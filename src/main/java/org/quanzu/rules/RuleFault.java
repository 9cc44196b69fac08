package org.quanzu.rules;

/** A rule that could not be evaluated to its end on some facts, and so did not count: how often, and why the last time. */
public record RuleFault(String rule, long times, Cause cause, String why) {

    /** What kept it from being evaluated to its end. */
    public enum Cause {
        JOINS,
        FAILED
    }
}

package org.quanzu.rules;

/** A rule that could not be evaluated to its end on some facts, and so did not count: how often, and why the last time. */
public record RuleFault(String rule, long times, String why) {}

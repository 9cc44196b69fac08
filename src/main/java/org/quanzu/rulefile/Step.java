package org.quanzu.rulefile;

/** One step on the way to a match: the head of a pattern, one of its constraints, or a whole not, exists, group or accumulate. */
public record Step(int line, int column, String text) {}

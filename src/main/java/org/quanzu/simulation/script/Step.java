package org.quanzu.simulation.script;

/** A deed and when it is done: {@code chance} that it is done at all, {@code seen} that any installation hears of it. */
public record Step(Deed deed, Quantity after, double chance, Hours hours, double seen) {}

package org.quanzu.console.queue;

/**
 * A unit that will not get round to {@code tooLate} of its {@code queued} cases in time; {@code people} are there, by the
 * roster or, without one, of all who work for it.
 */
public record OverflowLine(String unit, int queued, int tooLate, int people, boolean rostered, int casesPerHour) {}

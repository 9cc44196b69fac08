package org.quanzu.desk.queue;

import org.quanzu.desk.shift.Strength;

/** How many of the queued cases of a unit will be reached only after their deadline, at the pace of those who are there. */
public record Overflow(String unit, int queued, int tooLate, Strength strength) {}

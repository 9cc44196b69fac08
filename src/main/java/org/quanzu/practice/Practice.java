package org.quanzu.practice;

import java.util.List;

/** The tables of a rule set by which the desk works. */
public record Practice(Priorities priorities, Retries retries, Units units, Messages messages) {
    public static final Practice NONE =
            new Practice(new Priorities(List.of()), Retries.byRank(List.of()), Units.STANDARD, Messages.STANDARD);
}

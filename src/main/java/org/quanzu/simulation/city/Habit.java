package org.quanzu.simulation.city;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.simulation.script.Script;
import org.quanzu.simulation.script.Who;

/**
 * Something people do again and again: {@code perDay} times a day on average, at local hours as often as {@code hours} say
 * (24 weights), more or less by the day of the week (7 factors, Monday first); or, where {@code monthly} is given, once a month.
 */
public record Habit(
        Script script,
        double perDay,
        List<Double> hours,
        List<Double> weekdays,
        @Nullable Monthly monthly,
        Who who) {

    public Habit {
        hours = List.copyOf(hours);
        weekdays = List.copyOf(weekdays);
    }

    /** On the person's own day of the month, from {@code from} to {@code to}, for that share of the persons. */
    public record Monthly(int from, int to, double share) {}
}

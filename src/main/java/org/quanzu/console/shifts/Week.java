package org.quanzu.console.shifts;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import org.quanzu.desk.shift.Shift;

/** Seven days from a Monday on and the shifts of one unit that begin in them. */
public record Week(List<Day> days) {
    private static final int DAYS = 7;

    /** A day and the shifts shown on it. */
    public record Day(LocalDate date, List<Shift> shifts) {}

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** With {@code under way}, the Monday has the shifts that began before and reach into it as well. */
    static Week of(LocalDate monday, List<Shift> shifts, ZoneId zone, boolean underWay) {
        return new Week(IntStream.range(0, DAYS)
                .mapToObj(monday::plusDays)
                .map(day -> new Day(
                        day,
                        shifts.stream()
                                .filter(shift -> begins(shift, zone).equals(day)
                                        || underWay && day.equals(monday) && reachesInto(shift, monday, zone))
                                .toList()))
                .toList());
    }

    private static LocalDate begins(Shift shift, ZoneId zone) {
        return LocalDate.ofInstant(shift.times().from(), zone);
    }

    private static boolean reachesInto(Shift shift, LocalDate monday, ZoneId zone) {
        return begins(shift, zone).isBefore(monday)
                && shift.times().until().isAfter(monday.atStartOfDay(zone).toInstant());
    }

    public boolean isEmpty() {
        return days.stream().allMatch(day -> day.shifts().isEmpty());
    }
}

package org.quanzu.simulation.script;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Local hours of the day ({@code from} inclusive, {@code to} exclusive) on days of the week (1 is Monday) in which something happens. */
public record Hours(int from, int to, int firstDay, int lastDay) {
    public static final Hours ALWAYS = new Hours(0, 24, 1, 7);

    /** {@code time} when it lies within, else as far into the next such hours as it lies in its own hour and its successors. */
    public ZonedDateTime next(ZonedDateTime time) {
        if (isWithin(time)) {
            return time;
        }
        Duration into = Duration.between(time.truncatedTo(ChronoUnit.HOURS), time);
        long spread = Math.floorMod(time.getHour() * 37L + time.getDayOfMonth() * 11L, Math.max(1, to - from));
        ZonedDateTime next =
                time.truncatedTo(ChronoUnit.DAYS).plusHours(from + spread).plus(into);
        while (next.isBefore(time) || !isDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private boolean isWithin(ZonedDateTime time) {
        return time.getHour() >= from && time.getHour() < to && isDay(time);
    }

    private boolean isDay(ZonedDateTime time) {
        int day = time.getDayOfWeek().getValue();
        return day >= firstDay && day <= lastDay;
    }
}

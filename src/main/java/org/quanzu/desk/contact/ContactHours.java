package org.quanzu.desk.contact;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The hours in which people are left alone, and the days their contacts are counted by, where they live. Without a night
 * {@code evening} and {@code morning} are the same.
 */
public record ContactHours(ZoneId zone, LocalTime evening, LocalTime morning) {

    /** Nights from ten to eight. */
    public ContactHours(ZoneId zone) {
        this(zone, LocalTime.of(22, 0), LocalTime.of(8, 0));
    }

    /** When the quiet hours that {@code now} is in end; null outside of them. */
    public @Nullable Instant quietUntil(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        LocalTime time = local.toLocalTime();
        if (!isQuiet(time)) {
            return null;
        }
        return time.isBefore(morning) ? morningOf(local) : tomorrow(now);
    }

    private boolean isQuiet(LocalTime time) {
        boolean afterEvening = !time.isBefore(evening);
        boolean beforeMorning = time.isBefore(morning);
        return evening.isAfter(morning) ? afterEvening || beforeMorning : afterEvening && beforeMorning;
    }

    /** The beginning of the day of {@code now}. */
    public Instant dayOf(Instant now) {
        return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    /** The morning of the day after {@code now}. */
    public Instant tomorrow(Instant now) {
        return morningOf(now.atZone(zone).plusDays(1));
    }

    private Instant morningOf(ZonedDateTime day) {
        return day.toLocalDate().atTime(morning).atZone(zone).toInstant();
    }
}

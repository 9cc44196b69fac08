package org.quanzu.desk.contact;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** The hours in which people are left alone, and the days their contacts are counted by, where they live. */
public record ContactHours(ZoneId zone) {
    private static final LocalTime EVENING = LocalTime.of(22, 0);
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** When the quiet hours that {@code now} is in end; null outside of them. */
    public @Nullable Instant quietUntil(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        LocalTime time = local.toLocalTime();
        if (time.isBefore(MORNING)) {
            return morningOf(local);
        }
        return time.isBefore(EVENING) ? null : tomorrow(now);
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
        return day.toLocalDate().atTime(MORNING).atZone(zone).toInstant();
    }
}

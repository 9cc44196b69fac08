package org.quanzu.testkit;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times around the real present, written as a client must: RFC 3339 with seconds, also at a full minute. */
public final class Times {
    private Times() {}

    /** The whole second that lies {@code minutes} before the present, at +08:00. */
    public static String minutesAgo(long minutes) {
        return rfc3339(OffsetDateTime.now(ZoneOffset.ofHours(8))
                .truncatedTo(ChronoUnit.SECONDS)
                .minus(Duration.ofMinutes(minutes)));
    }

    public static String rfc3339(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}

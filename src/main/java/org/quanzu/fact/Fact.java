package org.quanzu.fact;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.EventKey;
import org.quanzu.event.Header;

/**
 * An event as rules see it: an interval in time, with what the person's history says about it. Immutable but for the
 * {@link #memo()}, which holds what a rule set found out about the fact alone, so that it is found out once.
 */
public abstract class Fact {
    private static final int DAWN = 6;
    private static final int LATE_EVENING = 22;

    private final String eventId;
    private final String source;
    private final long startMillis;
    private final ZoneId zone;
    private @Nullable Object memo;

    Fact(Header header, long startMillis, ZoneId zone) {
        this(header.eventId(), header.source(), startMillis, zone);
    }

    Fact(String eventId, String source, long startMillis, ZoneId zone) {
        this.eventId = eventId;
        this.source = source;
        this.startMillis = startMillis;
        this.zone = zone;
    }

    public String eventId() {
        return eventId;
    }

    public String source() {
        return source;
    }

    public EventKey key() {
        return new EventKey(source, eventId);
    }

    public long getStartMillis() {
        return startMillis;
    }

    /** Length of the fact's interval in milliseconds; 0 for a point in time. */
    public long getDurationMillis() {
        return 0;
    }

    public long endMillis() {
        return startMillis + getDurationMillis();
    }

    ZoneId zone() {
        return zone;
    }

    /** When it began, by the clock of the person's zone, whatever offset the sender wrote. */
    public ZonedDateTime localStart() {
        return start().atZone(zone);
    }

    Instant start() {
        return Instant.ofEpochMilli(startMillis);
    }

    @Word("the local hour, 0 to 23, whatever offset the event came with")
    public int getHour() {
        return localStart().getHour();
    }

    @Word("between 22:00 and 05:59 local time")
    public boolean isNight() {
        return getHour() >= LATE_EVENING || getHour() < DAWN;
    }

    /** Whether this fact starts at least {@code min} and at most {@code max} milliseconds after the other one ends. */
    public boolean startsAfter(Fact other, long min, long max) {
        long distance = startMillis - other.endMillis();
        return min <= distance && distance <= max;
    }

    /** Whether this fact ends at least {@code min} and at most {@code max} milliseconds before the other one starts. */
    public boolean startsBefore(Fact other, long min, long max) {
        return other.startsAfter(this, min, max);
    }

    /**
     * Whether this fact lies within the other one: it starts at least {@code min} and at most {@code max} milliseconds
     * after the other one's start, and ends as much before its end.
     */
    public boolean isDuring(Fact other, long min, long max) {
        long fromStart = startMillis - other.startMillis;
        long toEnd = other.endMillis() - endMillis();
        return min <= fromStart && fromStart <= max && min <= toEnd && toEnd <= max;
    }

    /** Whether the fact will stay as it is while time goes by; only then a memo may be kept. */
    public boolean settled() {
        return true;
    }

    public @Nullable Object memo() {
        return memo;
    }

    public void memo(Object found) {
        memo = found;
    }
}

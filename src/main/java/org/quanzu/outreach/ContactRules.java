package org.quanzu.outreach;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * When and how often a person may get a message.
 *
 * @param perDay the most messages a person gets in a day, whatever they are about
 * @param quietFrom when the night begins; equal to {@code quietUntil}: there is none
 * @param quietUntil when it ends, the next morning or the same day
 * @param zone where day and night are reckoned
 * @param urgent the levels that do not wait for the morning
 */
record ContactRules(int perDay, LocalTime quietFrom, LocalTime quietUntil, ZoneId zone, Set<String> urgent) {

    /** What to do with a message: send it, wait until {@code at}, or drop it. */
    record Verdict(Act act, Instant at) {}

    enum Act {
        SEND,
        WAIT,
        WITHHOLD
    }

    /** Judges a message of a case at {@code level} to a person who got {@code today} messages since the day began. */
    Verdict judge(String level, Instant now, int today) {
        if (today >= perDay) {
            return new Verdict(Act.WITHHOLD, now);
        }
        if (urgent.contains(level) || !isQuiet(now)) {
            return new Verdict(Act.SEND, now);
        }
        return new Verdict(Act.WAIT, morningAfter(now));
    }

    Instant dayBegan(Instant now) {
        return LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
    }

    private boolean isQuiet(Instant now) {
        var time = LocalTime.ofInstant(now, zone);
        var afterStart = !time.isBefore(quietFrom);
        var beforeEnd = time.isBefore(quietUntil);
        return quietFrom.isAfter(quietUntil) ? afterStart || beforeEnd : afterStart && beforeEnd;
    }

    private Instant morningAfter(Instant now) {
        var local = now.atZone(zone);
        var day = local.toLocalTime().isBefore(quietUntil)
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        return day.atTime(quietUntil).atZone(zone).toInstant();
    }
}

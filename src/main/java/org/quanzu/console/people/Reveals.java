package org.quanzu.console.people;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quanzu.audit.AuditLog;
import org.quanzu.audit.AuditTrail;
import org.quanzu.console.Operator;
import org.quanzu.console.Times;
import org.quanzu.console.people.PeopleView.Field;
import org.quanzu.console.people.PeopleView.Kind;
import org.quanzu.console.people.PeopleView.Reason;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Keeps who looked at whom, and who revealed what and why, and lets nobody reveal more often a day than is set. */
@Component
class Reveals {
    private static final String REVEAL = "person.reveal";
    private static final String PER_DAY = "50";
    private static final int LEAST = 5;
    private static final int MOST = 500;

    /** A number typed as part of a reason is no business of the audit log. */
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d \\-]{5,}\\d");

    private final AuditLog audit;
    private final AuditTrail trail;
    private final Times times;
    private final Clock clock;
    private final int perDay;

    Reveals(AuditLog audit, AuditTrail trail, Times times, Clock clock, Environment settings) {
        this.audit = audit;
        this.trail = trail;
        this.times = times;
        this.clock = clock;
        perDay = Integer.parseInt(settings.getProperty("quanzu.console.reveals-per-day", PER_DAY));
    }

    /** Somebody found a person; how, but never by what. */
    void lookedUp(Operator reader, Kind kind, String personId) {
        audit.record(reader.name(), "person.look-up", "person:" + personId, Map.of("by", kind.name(), "found", "yes"));
    }

    void lookedUpNobody(Operator reader, Kind kind) {
        audit.record(reader.name(), "person.look-up", "person:unknown", Map.of("by", kind.name(), "found", "no"));
    }

    void viewed(Operator reader, String personId) {
        audit.record(reader.name(), "person.view", "person:" + personId);
    }

    static boolean isReason(String text) {
        int length = text.strip().length();
        return length >= LEAST && length <= MOST;
    }

    /** Whether the reveal may be shown; it is kept in the log before it is. One at a time, so that none slips past the limit. */
    synchronized boolean allow(String personId, Set<Field> fields, Reason reason) {
        String who = reason.operator().name();
        Instant midnight = clock.instant()
                .atZone(times.zone())
                .toLocalDate()
                .atStartOfDay(times.zone())
                .toInstant();
        boolean allowed = trail.count(who, REVEAL, midnight) < perDay;
        audit.record(
                who,
                allowed ? REVEAL : REVEAL + ".refused",
                "person:" + personId,
                Map.of(
                        "fields",
                        new TreeSet<>(fields).stream().map(Field::name).collect(Collectors.joining(",")),
                        "reason",
                        NUMBER.matcher(reason.text().strip()).replaceAll("…")));
        return allowed;
    }
}

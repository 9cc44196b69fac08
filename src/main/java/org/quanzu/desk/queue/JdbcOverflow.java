package org.quanzu.desk.queue;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.quanzu.desk.shift.Staffing;
import org.quanzu.desk.shift.Strength;
import org.quanzu.rules.RuleSets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What units will not get done in time, from PostgreSQL; counted anew after a few seconds, for it takes a walk through the queue. */
final class JdbcOverflow {
    /** With {@code ahead} cases before it, a queued case is reached when those are; where nobody is, never. */
    static final String TOO_LATE = "(per_minute = 0 or ahead > per_minute * extract(epoch from due_at - :now) / 60)";

    static final String PACES = "unnest(:paceUnits, :paces) as pace (unit, per_minute)";

    private static final String COUNT = String.format(Locale.ROOT, """
            select unit, queued, too_late from %s cross join lateral (
                select count(*) as queued, count(*) filter (where %s) as too_late
                from (select due_at, row_number() over (order by pinned desc, urgency desc, due_at) - 1 as ahead
                    from cases where state = 'QUEUED' and cases.unit = pace.unit) as queue) as counted
            where queued > 0""", PACES, TOO_LATE);

    private final JdbcClient jdbc;
    private final RuleSets ruleSets;
    private final Staffing staffing;
    private final Duration age;
    private final Clock clock;
    private volatile Counted last = new Counted(Instant.MIN, List.of());

    private record Counted(Instant at, List<Overflow> overflow) {}

    JdbcOverflow(DataSource database, RuleSets ruleSets, Staffing staffing, Duration age, Clock clock) {
        jdbc = JdbcClient.create(database);
        this.ruleSets = ruleSets;
        this.staffing = staffing;
        this.age = age;
        this.clock = clock;
    }

    /** By unit, in the order of the table; units without a queue are left out. */
    List<Overflow> counted() {
        Instant now = clock.instant();
        return isFresh(now) ? last.overflow() : count(now);
    }

    private boolean isFresh(Instant now) {
        Instant at = last.at();
        return !at.isAfter(now) && !at.equals(Instant.MIN) && at.plus(age).isAfter(now);
    }

    /** One counts, the others wait for it rather than to do the same. */
    private synchronized List<Overflow> count(Instant now) {
        if (!isFresh(now)) {
            last = new Counted(now, read(now));
        }
        return last.overflow();
    }

    private List<Overflow> read(Instant now) {
        Map<String, Strength> strengths = strengths(now);
        List<String> order = List.copyOf(strengths.keySet());
        return withPaces(jdbc.sql(COUNT), strengths, now)
                .query((row, i) -> new Overflow(
                        row.getString("unit"),
                        row.getInt("queued"),
                        row.getInt("too_late"),
                        Objects.requireNonNull(strengths.get(row.getString("unit")))))
                .list()
                .stream()
                .sorted(Comparator.comparingInt(unit -> order.indexOf(unit.unit())))
                .toList();
    }

    Map<String, Strength> strengths(Instant now) {
        return staffing.of(ruleSets.current().practice().units(), now);
    }

    static StatementSpec withPaces(StatementSpec statement, Map<String, Strength> strengths, Instant now) {
        List<String> units = List.copyOf(strengths.keySet());
        Double[] paces = units.stream()
                .map(unit -> Objects.requireNonNull(strengths.get(unit)).casesPerHour() / 60.0)
                .toArray(Double[]::new);
        return statement
                .param("paceUnits", units.toArray(String[]::new))
                .param("paces", paces)
                .param("now", Timestamp.from(now));
    }
}

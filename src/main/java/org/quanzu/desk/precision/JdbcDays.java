package org.quanzu.desk.precision;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts episodes by day, and anew those days of which an episode has changed since they were counted. */
final class JdbcDays {
    /** A change may become visible that much later than its time says. */
    private static final Duration LATE = Duration.ofMinutes(2);

    private static final String STATE = "select until, zone from days_counted for update skip locked";

    private static final String CHANGED = """
            select distinct cast(opened_at at time zone :zone as date) as day from warned_episodes
            where changed_at >= :since order by day""";

    private static final String EPISODES = """
            from unnest(:days) as day join warned_episodes on opened_at >= cast(day as timestamp) at time zone :zone
                and opened_at < cast(day + 1 as timestamp) at time zone :zone
            where not merged""";

    private static final String COUNT_RULES = """
            insert into rule_days (day, rule, scams, ordinary, unknown, open, alone, caught, warned_at)
            select day, rule, count(*) filter (where verdict = 'SCAM'), count(*) filter (where verdict = 'ORDINARY'),
                count(*) filter (where verdict = 'UNKNOWN'), count(*) filter (where verdict is null),
                count(*) filter (where rule = any (alone)),
                count(*) filter (where rule = sole and verdict = 'SCAM'), max(warned_at)
            from (select day, unnest(rules || experimental) as rule, verdict, alone, sole, warned_at
            """ + EPISODES + ") as spoken group by day, rule";

    private static final String COUNT_EPISODES =
            """
            insert into episode_days (day, level, family, verdict, disputed, family_found, episodes)
            select day, level, family, verdict, disputed, family_found, count(*)
            """ + EPISODES + " group by day, level, family, verdict, disputed, family_found";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ZoneId zone;

    JdbcDays(DataSource database, TransactionTemplate transactions, ZoneId zone) {
        jdbc = JdbcClient.create(database);
        this.transactions = transactions;
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    private record State(Instant until, String zone) {}

    /** Does nothing while somebody else counts. */
    void count(Instant now) {
        transactions.executeWithoutResult(status -> state().ifPresent(state -> count(state, now)));
    }

    private Optional<State> state() {
        return jdbc.sql(STATE)
                .query((row, i) -> new State(row.getTimestamp("until").toInstant(), row.getString("zone")))
                .optional();
    }

    private void count(State state, Instant now) {
        boolean sameDays = state.zone().equals(zone.getId());
        if (!sameDays) {
            jdbc.sql("truncate rule_days, episode_days").update();
        }
        List<LocalDate> days = changed(sameDays ? state.until().minus(LATE) : Instant.EPOCH);
        forget(days);
        count(COUNT_RULES, days);
        count(COUNT_EPISODES, days);
        jdbc.sql("update days_counted set until = :now, zone = :zone")
                .param("now", Timestamp.from(now))
                .param("zone", zone.getId())
                .update();
    }

    private List<LocalDate> changed(Instant since) {
        return jdbc.sql(CHANGED)
                .param("zone", zone.getId())
                .param("since", Timestamp.from(since))
                .query(LocalDate.class)
                .list();
    }

    private void forget(List<LocalDate> days) {
        jdbc.sql("delete from rule_days where day = any (:days)")
                .param("days", dates(days))
                .update();
        jdbc.sql("delete from episode_days where day = any (:days)")
                .param("days", dates(days))
                .update();
    }

    private void count(String sql, List<LocalDate> days) {
        jdbc.sql(sql).param("days", dates(days)).param("zone", zone.getId()).update();
    }

    private static Date[] dates(List<LocalDate> days) {
        return days.stream().map(Date::valueOf).toArray(Date[]::new);
    }
}

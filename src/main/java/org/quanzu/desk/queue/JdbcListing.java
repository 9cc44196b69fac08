package org.quanzu.desk.queue;

import static org.quanzu.desk.queue.JdbcOverflow.PACES;
import static org.quanzu.desk.queue.JdbcOverflow.TOO_LATE;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.Case.State;
import org.quanzu.scoring.Text;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The open cases as lists and numbers. */
final class JdbcListing {
    /** So far the places of rows in the queue are counted; whoever is farther back has so many ahead, at the least. */
    private static final int FARTHEST = 5_000;

    private static final String LIST = String.format(Locale.ROOT, """
            with page as materialized (
            select * from cases
            where state <> 'CLOSED'
                and (cardinality(:units) = 0 or unit = any (:units))
                and (cardinality(:levels) = 0 or level = any (:levels))
                and (cardinality(:families) = 0 or family = any (:families))
                and (cardinality(:states) = 0 or state = any (:states))
                and (:operator::text is null or taken_by = :operator)
            order by pinned desc, urgency desc, due_at limit :limit),
            deep as (select unit, min(urgency) as urgency from page where state = 'QUEUED' group by unit),
            queue as (
                select queued.* from deep cross join lateral (
                    select case_id, row_number() over (order by pinned desc, urgency desc, due_at) - 1 as ahead
                    from (
                        select case_id, pinned, cases.urgency, due_at from cases
                        where state = 'QUEUED' and unit = deep.unit
                            and (pinned, cases.urgency) >= (false, deep.urgency)
                        order by pinned desc, cases.urgency desc, due_at limit %2$d) as head) as queued),
            placed as (
                select page.*, case when state = 'QUEUED' then coalesce(ahead, %2$d) end as ahead
                from page left join queue using (case_id))
            select placed.*, coalesce(ahead is not null and %1$s, false) as too_late
            from placed left join %3$s using (unit)
            order by pinned desc, urgency desc, due_at""", TOO_LATE, FARTHEST, PACES);

    private static final String COUNT = """
            select unit, level, level_rank,
                count(*) filter (where state = 'QUEUED') as queued,
                count(*) filter (where state = 'TAKEN') as taken,
                count(*) filter (where state = 'WAITING') as waiting,
                count(*) filter (where state <> 'TAKEN' and due_at < :now) as overdue,
                min(opened_at) as oldest
            from cases where state <> 'CLOSED'
            group by unit, level, level_rank order by level_rank desc, unit""";

    private final JdbcClient jdbc;
    private final JdbcOverflow overflow;

    JdbcListing(DataSource database, JdbcOverflow overflow) {
        jdbc = JdbcClient.create(database);
        this.overflow = overflow;
    }

    List<Waiting> list(Filter filter, int limit, Instant now) {
        return JdbcOverflow.withPaces(jdbc.sql(LIST), overflow.strengths(now), now)
                .param("units", array(filter.units()))
                .param("levels", array(filter.levels()))
                .param("families", array(filter.families()))
                .param("states", array(filter.states()))
                .param("operator", filter.takenBy())
                .param("limit", limit)
                .query((row, i) -> waiting(row))
                .list();
    }

    private static String[] array(Set<String> words) {
        return words.toArray(String[]::new);
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getString("case_id"),
                row.getString("person_id"),
                State.valueOf(row.getString("state")),
                row.getInt("episode"),
                row.getString("level"),
                row.getString("family"),
                row.getInt("score"),
                row.getBigDecimal("amount_at_risk"),
                new Text(row.getString("why_en"), row.getString("why_zh")),
                row.getString("unit"),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("last_event_at").toInstant(),
                row.getBoolean("late"),
                atOrNull(row, "live_call_at"),
                atOrNull(row, "attempted_at"),
                row.getInt("busy"),
                row.getInt("escalations"),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("ready_at").toInstant(),
                row.getBoolean("pinned"),
                row.getInt("points"),
                row.getString("taken_by"),
                atOrNull(row, "leased_until"),
                row.getBoolean("too_late"));
    }

    private static @Nullable Instant atOrNull(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    Counts counts(Instant now) {
        return new Counts(jdbc.sql(COUNT)
                .param("now", Timestamp.from(now))
                .query((row, i) -> new Counts.Row(
                        row.getString("unit"),
                        row.getString("level"),
                        row.getInt("queued"),
                        row.getInt("taken"),
                        row.getInt("waiting"),
                        row.getInt("overdue"),
                        row.getTimestamp("oldest").toInstant()))
                .list());
    }
}

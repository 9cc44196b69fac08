package org.quanzu.desk.watch;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The upkeep of cases in PostgreSQL: one statement each, which passes over cases somebody is changing. */
final class JdbcUpkeep implements Upkeep {
    private static final String END_LEASES = """
            with found as materialized (
                select case_id, taken_by from cases where state = 'TAKEN' and leased_until <= :now
                order by leased_until limit 500 for update skip locked),
            moved as (
                update cases set state = 'QUEUED', taken_by = null, lease = null, leased_until = null,
                    version = version + 1
                from found where cases.case_id = found.case_id
                returning cases.case_id, episode, 'LEASE_ENDED' as what, found.taken_by as detail),""";

    private static final String END_WAITING = """
            with found as materialized (
                select case_id from cases where state = 'WAITING' and ready_at <= :now
                order by ready_at limit 500 for update skip locked),
            moved as (
                update cases set state = 'QUEUED', version = version + 1
                from found where cases.case_id = found.case_id
                returning cases.case_id, episode, 'READY' as what, null::text as detail),""";

    private static final String ESCALATE = """
            with found as materialized (
                select case_id, unit from cases
                where state in ('QUEUED', 'WAITING') and unit = any (:from) and due_at <= :now
                order by due_at limit 500 for update skip locked),
            moved as (
                update cases set state = 'QUEUED', escalations = escalations + 1, version = version + 1,
                    unit = move.target,
                    due_at = coalesce(
                        (select due from unnest(:levels, :deadlines) as allowed (code, due) where code = cases.level),
                        cast(:now as timestamptz) + interval '1 day')
                from found join unnest(:from, :to, :details) as move (unit, target, detail) using (unit)
                where cases.case_id = found.case_id
                returning cases.case_id, episode, 'ESCALATED' as what, move.detail),""";

    private static final String MOVE_ON = """
            with found as materialized (
                select case_id, unit from cases where state = 'QUEUED' and unit = any (:from)
                order by pinned desc, urgency desc, due_at limit 500 for update skip locked),
            moved as (
                update cases set escalations = escalations + 1, version = version + 1, unit = move.target
                from found join unnest(:from, :to, :details) as move (unit, target, detail) using (unit)
                where cases.case_id = found.case_id
                returning cases.case_id, episode, 'ESCALATED' as what, move.detail),""";

    /** Goes from unit to unit by the index, for there are few of them and many cases. */
    private static final String UNITS_IN_USE = """
            with recursive used (unit) as (
                (select unit from cases where state = 'QUEUED' order by unit limit 1)
                union all
                select (select cases.unit from cases
                    where state = 'QUEUED' and cases.unit > used.unit order by cases.unit limit 1)
                from used where used.unit is not null)
            select unit from used where unit is not null""";

    private static final String FOLLOW_UP = """
            with due as (
                select distinct case_id, episode from follow_ups where done_at is null and due_at <= :now),
            found as materialized (
                select case_id from cases join due using (case_id, episode) where state = 'CLOSED'
                limit 500 for update of cases skip locked),
            moved as (
                update cases set state = 'QUEUED', closed_at = null, busy = 0, escalations = 0,
                    ready_at = :now, due_at = :due, urgency = points + :ageing, version = version + 1
                from found where cases.case_id = found.case_id
                returning cases.case_id, episode, 'FOLLOW_UP_DUE' as what, null::text as detail),""";

    private static final String TELL = """
            told as (
                insert into case_history (case_id, episode, at, who, what, detail)
                select case_id, episode, :now, 'quanzu', what, detail from moved)
            select case_id from moved""";

    private final JdbcClient jdbc;

    JdbcUpkeep(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    private StatementSpec statement(String sql, Instant now) {
        return jdbc.sql(sql + TELL).param("now", Timestamp.from(now));
    }

    @Override
    public List<String> endLeases(Instant now) {
        return statement(END_LEASES, now).query(String.class).list();
    }

    @Override
    public List<String> endWaiting(Instant now) {
        return statement(END_WAITING, now).query(String.class).list();
    }

    @Override
    public List<String> escalate(Instant now, List<Move> moves, Map<String, Instant> deadlines) {
        List<String> levels = List.copyOf(deadlines.keySet());
        Timestamp[] due =
                levels.stream().map(deadlines::get).map(Timestamp::from).toArray(Timestamp[]::new);
        return moving(ESCALATE, now, moves)
                .param("levels", levels.toArray(String[]::new))
                .param("deadlines", due)
                .query(String.class)
                .list();
    }

    @Override
    public List<String> moveOn(Instant now, List<Move> moves) {
        return moving(MOVE_ON, now, moves).query(String.class).list();
    }

    private StatementSpec moving(String sql, Instant now, List<Move> moves) {
        return statement(sql, now)
                .param("from", moves.stream().map(Move::from).toArray(String[]::new))
                .param("to", moves.stream().map(Move::to).toArray(String[]::new))
                .param("details", moves.stream().map(Move::detail).toArray(String[]::new));
    }

    @Override
    public List<String> unitsInUse() {
        return jdbc.sql(UNITS_IN_USE).query(String.class).list();
    }

    @Override
    public List<String> reopenForFollowUp(Instant now, Return terms) {
        return statement(FOLLOW_UP, now)
                .param("due", Timestamp.from(terms.dueAt()))
                .param("ageing", terms.ageing())
                .query(String.class)
                .list();
    }
}

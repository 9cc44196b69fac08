package org.quanzu.desk.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leases on cases, given in one statement each. */
final class JdbcTaking {
    private static final int TRIES = 3;

    /** The first free case of each unit, then the first of those; a scan over all units would have to sort them all. */
    private static final String NEXT = """
            with next as materialized (
                select head.case_id, true as fresh
                from unnest(:units) as among (unit) cross join lateral (
                    select case_id, pinned, urgency, due_at from cases
                    where state = 'QUEUED' and unit = among.unit
                    order by pinned desc, urgency desc, due_at limit 1 for update skip locked) as head
                order by head.pinned desc, head.urgency desc, head.due_at limit 1),""";

    private static final String THIS = """
            with next as materialized (
                select case_id, state <> 'TAKEN' as fresh from cases
                where case_id = :case and (state in ('QUEUED', 'WAITING')
                    or state = 'TAKEN' and taken_by = :operator and leased_until > :now)
                for update),""";

    private static final String TAKE = """
            taken as (
                update cases set state = 'TAKEN', taken_by = :operator, leased_until = :until,
                    lease = case when fresh then :lease else lease end,
                    version = case when fresh then version + 1 else version end
                from next where cases.case_id = next.case_id
                returning cases.case_id, episode, lease, leased_until, fresh),
            told as (
                insert into case_history (case_id, episode, at, who, what)
                select case_id, episode, :now, :operator, 'TAKEN' from taken where fresh)
            select case_id, lease, leased_until from taken""";

    /** So many take at once, the others in the order they came: the pool would let the luckier in first. */
    private static final int AT_ONCE = 4;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final JdbcClient jdbc;
    private final Duration length;

    JdbcTaking(DataSource database, Duration length) {
        jdbc = JdbcClient.create(database);
        this.length = length;
    }

    Optional<Taken> next(String operator, Set<String> units, Instant now) {
        turns.acquireUninterruptibly();
        try {
            return inTurn(operator, units.stream().sorted().toArray(String[]::new), now);
        } finally {
            turns.release();
        }
    }

    private Optional<Taken> inTurn(String operator, String[] units, Instant now) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Taken> taken = take(NEXT + TAKE, operator, now)
                    .param("units", units)
                    .query((row, n) -> taken(row))
                    .optional();
            if (taken.isPresent() || !anyQueued(units)) {
                return taken;
            }
        }
        return Optional.empty();
    }

    /** Whoever takes from several units holds the first case of each for a moment, which is no reason to go away empty. */
    private boolean anyQueued(String[] units) {
        return jdbc.sql("select exists (select from cases where state = 'QUEUED' and unit = any (:units))")
                .param("units", units)
                .query(Boolean.class)
                .single();
    }

    Optional<Taken> one(String caseId, String operator, Instant now) {
        return take(THIS + TAKE, operator, now)
                .param("case", caseId)
                .query((row, n) -> taken(row))
                .optional();
    }

    private JdbcClient.StatementSpec take(String sql, String operator, Instant now) {
        return jdbc.sql(sql)
                .param("operator", operator)
                .param("lease", UUID.randomUUID())
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(length)));
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                row.getString("case_id"),
                row.getObject("lease", UUID.class),
                row.getTimestamp("leased_until").toInstant());
    }

    boolean prolong(String caseId, UUID lease, Instant now) {
        return jdbc.sql("""
                        update cases set leased_until = :until
                        where case_id = :case and state = 'TAKEN' and lease = :lease and leased_until > :now""")
                        .param("until", Timestamp.from(now.plus(length)))
                        .param("case", caseId)
                        .param("lease", lease)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }
}

package org.quanzu.desk.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leases on cases, given in one statement each. */
final class JdbcTaking {
    private static final int TRIES = 3;

    /** The first free cases of each unit, then the first of those; a scan over all units would have to sort them all. */
    private static final String NEXT = """
            with head as materialized (
                select first.* from unnest(:units) as among (unit) cross join lateral (
                    select case_id, pinned, urgency, due_at from cases
                    where state = 'QUEUED' and unit = among.unit
                    order by pinned desc, urgency desc, due_at limit :count for update skip locked) as first),
            next as materialized (
                select case_id, row_number() over (order by pinned desc, urgency desc, due_at) as turn from head
                order by turn limit :count),
            taken as (
                update cases set state = 'TAKEN', taken_by = taker.operator, lease = taker.lease, leased_until = :until,
                    version = version + 1
                from next join unnest(:operators, :leases) with ordinality as taker (operator, lease, turn) using (turn)
                where cases.case_id = next.case_id
                returning cases.case_id, episode, cases.lease, leased_until, taken_by),
            told as (
                insert into case_history (case_id, episode, at, who, what)
                select case_id, episode, :now, taken_by, 'TAKEN' from taken)
            select case_id, lease, leased_until from taken""";

    private static final String THIS = """
            with next as materialized (
                select case_id, state <> 'TAKEN' as fresh from cases
                where case_id = :case and (state in ('QUEUED', 'WAITING')
                    or state = 'TAKEN' and taken_by = :operator and leased_until > :now)
                for update),
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

    private final JdbcClient jdbc;
    private final Duration length;

    JdbcTaking(DataSource database, Duration length) {
        jdbc = JdbcClient.create(database);
        this.length = length;
    }

    /** The most urgent cases for all of {@code takers}, the more urgent to those who came first, by their leases. */
    Map<UUID, Taken> next(List<Taker> takers, Instant now) {
        Map<Set<String>, List<Taker>> byUnits =
                takers.stream().collect(Collectors.groupingBy(Taker::units, LinkedHashMap::new, Collectors.toList()));
        Map<UUID, Taken> taken = new HashMap<>();
        byUnits.forEach((units, alike) ->
                taken.putAll(next(alike, units.stream().sorted().toArray(String[]::new), now)));
        return taken;
    }

    private Map<UUID, Taken> next(List<Taker> takers, String[] units, Instant now) {
        Map<UUID, Taken> taken = new HashMap<>();
        List<Taker> left = takers;
        for (int i = 0; i < TRIES && !left.isEmpty() && (i == 0 || anyQueued(units)); i++) {
            take(left, units, now).forEach(it -> taken.put(it.lease(), it));
            left = takers.stream()
                    .filter(taker -> !taken.containsKey(taker.lease()))
                    .toList();
        }
        return taken;
    }

    private List<Taken> take(List<Taker> takers, String[] units, Instant now) {
        return jdbc.sql(NEXT)
                .param("units", units)
                .param("count", takers.size())
                .param("operators", takers.stream().map(Taker::operator).toArray(String[]::new))
                .param("leases", takers.stream().map(Taker::lease).toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(length)))
                .query((row, n) -> taken(row))
                .list();
    }

    /** Whoever takes from several units holds the first case of each for a moment, which is no reason to go away empty. */
    private boolean anyQueued(String[] units) {
        return jdbc.sql("select exists (select from cases where state = 'QUEUED' and unit = any (:units))")
                .param("units", units)
                .query(Boolean.class)
                .single();
    }

    Optional<Taken> one(String caseId, String operator, Instant now) {
        return jdbc.sql(THIS)
                .param("case", caseId)
                .param("operator", operator)
                .param("lease", UUID.randomUUID())
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(length)))
                .query((row, n) -> taken(row))
                .optional();
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

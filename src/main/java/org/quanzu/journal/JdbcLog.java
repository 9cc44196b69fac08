package org.quanzu.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.EventKey;
import org.quanzu.journal.NotDurable.Refusal;
import org.quanzu.scoring.Assessment;
import org.quanzu.seal.Place;
import org.quanzu.seal.Seal;
import org.quanzu.seal.SealedColumn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a group of records by one statement, which is its own transaction: one round trip, all of it or nothing. Keeps one
 * connection of its own. After a lost connection it makes sure that the lost statement is over before anything new begins.
 */
final class JdbcLog {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcLog.class);
    private static final String EXISTING = """
            select k.source, k.event_id from event_keys k
            join unnest(?::text[], ?::text[]) as w (source, event_id) using (source, event_id)""";
    private static final String WRITE = """
            with written as materialized (
                select * from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::bigint[],
                    ?::int[], ?::bigint[], ?::int[], ?::int[], ?::bytea[], ?::text[], ?::text[], ?::int[], ?::bigint[],
                    ?::int[], ?::int[], ?::bytea[], ?::bytea[], ?::bigint[], ?::bigint[])
                as w (source, event_id, person_id, seq, type, occurred, offset_seconds, received,
                    other_payers, other_people, counterparty_hash, level, family, score, valid_until, flags, scored_by, body,
                    assessment, live_call, assessment_hash)
            ), today as (select ?::date as day
            ), kept_keys as (
                insert into event_keys (source, event_id, person_id, seq, day, assessment_hash)
                select source, event_id, person_id, seq, day, assessment_hash from written, today
            ), kept_events as (
                insert into events (seq, day, person_id, source, event_id, type, occurred_at, offset_seconds, received_at,
                    other_payers, other_people, counterparty_hash, level, family, score, valid_until, flags, scored_by, body,
                    assessment, live_call_at)
                select seq, day, person_id, source, event_id, type, to_timestamp(occurred::float8 / 1000), offset_seconds,
                    to_timestamp(received::float8 / 1000), nullif(other_payers, -1), nullif(other_people, -1),
                    counterparty_hash, level, family, score, to_timestamp(nullif(valid_until, 0)::float8 / 1000), flags,
                    scored_by, body, assessment, to_timestamp(nullif(live_call, 0)::float8 / 1000)
                from written, today
            ), kept_persons as (
                insert into persons (person_id, provisional, created_at)
                select person_id, person_id like 'prov-%', to_timestamp(received::float8 / 1000)
                from unnest(?::text[], ?::bigint[]) as p (person_id, received)
                on conflict do nothing
            )
            insert into profiles (person_id, seq, day, snapshot, level, family, score, valid_until)
            select person_id, seq, day, snapshot, level, family, score, to_timestamp(nullif(valid_until, 0)::float8 / 1000)
            from unnest(?::text[], ?::bigint[], ?::bytea[], ?::text[], ?::text[], ?::int[], ?::bigint[])
                as s (person_id, seq, snapshot, level, family, score, valid_until), today
            on conflict (person_id) do update set seq = excluded.seq, day = excluded.day, snapshot = excluded.snapshot,
                level = excluded.level, family = excluded.family, score = excluded.score,
                valid_until = excluded.valid_until
            """;

    private final DataSource database;
    private final Seal seal;
    private @Nullable Connection connection;
    private @Nullable PreparedStatement statement;
    private int backend;

    JdbcLog(DataSource database, Seal seal) {
        this.database = database;
        this.seal = seal;
    }

    /** Opens the connection, after whatever the last one may have left running has ended. */
    private PreparedStatement open() throws SQLException {
        if (statement != null) {
            return statement;
        }
        Connection opened = database.getConnection();
        try {
            opened.setAutoCommit(true);
            end(opened, backend);
            backend = number(opened, "select pg_backend_pid()");
            connection = opened;
            statement = opened.prepareStatement(WRITE);
            return statement;
        } catch (SQLException e) {
            opened.close();
            throw e;
        }
    }

    private static void end(Connection opened, int lost) throws SQLException {
        if (lost != 0) {
            number(
                    opened,
                    "select pg_terminate_backend(" + lost
                            + ", 5000)::int from pg_stat_activity where pid <> pg_backend_pid() and pid = " + lost);
        }
    }

    private static int number(Connection opened, String sql) throws SQLException {
        try (PreparedStatement query = opened.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    long nextStart() {
        return ask("select nextval('journal_starts')::int");
    }

    /** Whether the connection works; opens it when it was lost. */
    void check() {
        ask("select 1");
    }

    private int ask(String sql) {
        try {
            open();
            return number(Objects.requireNonNull(connection), sql);
        } catch (SQLException e) {
            throw new Refusal(e.getSQLState());
        }
    }

    /** Writes the group; throws {@link Refusal} when nothing of it was written. */
    void write(List<PendingWrite> group, LocalDate day) {
        try {
            insert(open(), group, day);
        } catch (SQLException e) {
            throw new Refusal(e.getSQLState());
        }
    }

    private void insert(PreparedStatement insert, List<PendingWrite> group, LocalDate day) throws SQLException {
        JdbcColumns records = new JdbcColumns(insert, 1, group);
        records.texts(w -> w.key().source());
        records.texts(w -> w.key().eventId());
        records.texts(w -> w.record().personId());
        records.longs(PendingWrite::seq);
        records.texts(w -> w.record().event().type());
        records.longs(w -> w.record().event().occurredAt().toInstant().toEpochMilli());
        records.ints(w -> w.record().event().occurredAt().getOffset().getTotalSeconds());
        records.longs(w -> w.record().receivedMillis());
        records.ints(w -> orMinusOne(w.record().surroundings().otherPayers()));
        records.ints(w -> orMinusOne(w.record().surroundings().otherPeople()));
        records.bytes(w -> hashed(w.record().counterparty()));
        records.levels();
        records.ints(w -> w.record().flags());
        records.ints(w -> w.record().scoredBy());
        records.bytes(w -> seal.seal(w.record().body(), place(SealedColumn.EVENT_BODY, w)));
        records.bytes(w -> seal.sealAny(w.record().assessment(), place(SealedColumn.EVENT_ASSESSMENT, w)));
        records.longs(w -> Objects.requireNonNullElse(w.record().liveCallMillis(), 0L));
        records.longs(w -> Assessment.uuidOf(w.key()).getMostSignificantBits());
        insert.setObject(records.next, day);
        JdbcColumns persons = new JdbcColumns(insert, records.next + 1, opening(group));
        persons.texts(w -> w.record().personId());
        persons.longs(w -> w.record().receivedMillis());
        JdbcColumns snapshots = new JdbcColumns(insert, persons.next, latestSnapshots(group));
        snapshots.texts(w -> w.record().personId());
        snapshots.longs(PendingWrite::seq);
        snapshots.bytes(w -> seal.sealAny(
                w.record().snapshot(),
                SealedColumn.PROFILE_SNAPSHOT.of(w.record().personId(), w.seq())));
        snapshots.levels();
        insert.executeUpdate();
    }

    private static Place place(SealedColumn column, PendingWrite write) {
        return column.of(write.key().source(), write.key().eventId());
    }

    private static byte @Nullable [] hashed(@Nullable String counterparty) {
        return counterparty == null ? null : HexFormat.of().parseHex(counterparty);
    }

    private static int orMinusOne(@Nullable Integer value) {
        return value == null ? -1 : value;
    }

    private static List<PendingWrite> opening(List<PendingWrite> group) {
        return group.stream().filter(write -> write.record().opens()).toList();
    }

    private static List<PendingWrite> latestSnapshots(List<PendingWrite> group) {
        Map<String, PendingWrite> latest = new HashMap<>();
        for (PendingWrite write : group) {
            if (write.record().snapshot() != null) {
                latest.put(write.record().personId(), write);
            }
        }
        return List.copyOf(latest.values());
    }

    /** The keys of these writes that the database has already. */
    Set<EventKey> existing(List<PendingWrite> group) {
        try {
            open();
            return existing(Objects.requireNonNull(connection), group);
        } catch (SQLException e) {
            throw new Refusal(e.getSQLState());
        }
    }

    private static Set<EventKey> existing(Connection connection, List<PendingWrite> group) throws SQLException {
        Set<EventKey> found = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement(EXISTING)) {
            JdbcColumns keys = new JdbcColumns(query, 1, group);
            keys.texts(w -> w.key().source());
            keys.texts(w -> w.key().eventId());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new EventKey(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return found;
    }

    /** Throws the connection away; what comes next opens another one. */
    void abandon() {
        try {
            if (connection != null) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException e) {
            LOG.debug("A lost connection could not be aborted", e);
        }
        close();
    }

    /** Gives the connection back. */
    void close() {
        Connection closing = connection;
        connection = null;
        statement = null;
        try {
            if (closing != null) {
                closing.close();
            }
        } catch (SQLException e) {
            LOG.debug("A connection could not be closed", e);
        }
    }
}

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
 * Writes a group of lines by one statement, which is its own transaction: one round trip, all of it or nothing. Keeps one
 * connection of its own. After a lost connection it makes sure that the lost statement is over before anything new begins.
 */
final class JdbcLog {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcLog.class);
    private static final String EXISTING = """
            select k.source, k.event_id from event_keys k
            join unnest(?::text[], ?::text[]) as w (source, event_id) using (source, event_id)""";
    private static final String WRITE = """
            with line as materialized (
                select * from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::bigint[],
                    ?::int[], ?::bigint[], ?::int[], ?::int[], ?::bytea[], ?::text[], ?::text[], ?::int[], ?::bigint[],
                    ?::int[], ?::int[], ?::bytea[], ?::bytea[], ?::bigint[], ?::bigint[])
                as l (source, event_id, person_id, seq, type, occurred, offset_seconds, received,
                    other_payers, other_people, counterparty_hash, level, family, score, valid_until, flags, scored_by, body,
                    assessment, live_call, assessment_hash)
            ), today as (select ?::date as day
            ), kept_keys as (
                insert into event_keys (source, event_id, person_id, seq, day, assessment_hash)
                select source, event_id, person_id, seq, day, assessment_hash from line, today
            ), kept_events as (
                insert into events (seq, day, person_id, source, event_id, type, occurred_at, offset_seconds, received_at,
                    other_payers, other_people, counterparty_hash, level, family, score, valid_until, flags, scored_by, body,
                    assessment, live_call_at)
                select seq, day, person_id, source, event_id, type, to_timestamp(occurred::float8 / 1000), offset_seconds,
                    to_timestamp(received::float8 / 1000), nullif(other_payers, -1), nullif(other_people, -1),
                    counterparty_hash, level, family, score, to_timestamp(nullif(valid_until, 0)::float8 / 1000), flags,
                    scored_by, body, assessment, to_timestamp(nullif(live_call, 0)::float8 / 1000)
                from line, today
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
    void write(List<Entry> group, LocalDate day) {
        try {
            insert(open(), group, day);
        } catch (SQLException e) {
            throw new Refusal(e.getSQLState());
        }
    }

    private void insert(PreparedStatement insert, List<Entry> group, LocalDate day) throws SQLException {
        JdbcColumns lines = new JdbcColumns(insert, 1, group);
        lines.texts(e -> e.key().source());
        lines.texts(e -> e.key().eventId());
        lines.texts(e -> e.line().personId());
        lines.longs(Entry::seq);
        lines.texts(e -> e.line().event().type());
        lines.longs(e -> e.line().event().occurredAt().toInstant().toEpochMilli());
        lines.ints(e -> e.line().event().occurredAt().getOffset().getTotalSeconds());
        lines.longs(e -> e.line().receivedMillis());
        lines.ints(e -> orMinusOne(e.line().surroundings().otherPayers()));
        lines.ints(e -> orMinusOne(e.line().surroundings().otherPeople()));
        lines.bytes(e -> hashed(e.line().counterparty()));
        lines.levels();
        lines.ints(e -> e.line().flags());
        lines.ints(e -> e.line().scoredBy());
        lines.bytes(e -> seal.seal(e.line().body(), place(SealedColumn.EVENT_BODY, e)));
        lines.bytes(e -> seal.sealAny(e.line().assessment(), place(SealedColumn.EVENT_ASSESSMENT, e)));
        lines.longs(e -> Objects.requireNonNullElse(e.line().liveCallMillis(), 0L));
        lines.longs(e -> Assessment.uuidOf(e.key()).getMostSignificantBits());
        insert.setObject(lines.next, day);
        JdbcColumns persons = new JdbcColumns(insert, lines.next + 1, opening(group));
        persons.texts(e -> e.line().personId());
        persons.longs(e -> e.line().receivedMillis());
        JdbcColumns snapshots = new JdbcColumns(insert, persons.next, latestSnapshots(group));
        snapshots.texts(e -> e.line().personId());
        snapshots.longs(Entry::seq);
        snapshots.bytes(e -> seal.sealAny(
                e.line().snapshot(), SealedColumn.PROFILE_SNAPSHOT.of(e.line().personId(), e.seq())));
        snapshots.levels();
        insert.executeUpdate();
    }

    private static Place place(SealedColumn column, Entry entry) {
        return column.of(entry.key().source(), entry.key().eventId());
    }

    private static byte @Nullable [] hashed(@Nullable String counterparty) {
        return counterparty == null ? null : HexFormat.of().parseHex(counterparty);
    }

    private static int orMinusOne(@Nullable Integer value) {
        return value == null ? -1 : value;
    }

    private static List<Entry> opening(List<Entry> group) {
        return group.stream().filter(entry -> entry.line().opens()).toList();
    }

    private static List<Entry> latestSnapshots(List<Entry> group) {
        Map<String, Entry> latest = new HashMap<>();
        for (Entry entry : group) {
            if (entry.line().snapshot() != null) {
                latest.put(entry.line().personId(), entry);
            }
        }
        return List.copyOf(latest.values());
    }

    /** The keys of these entries that the database has already. */
    Set<EventKey> existing(List<Entry> group) {
        try {
            open();
            return existing(Objects.requireNonNull(connection), group);
        } catch (SQLException e) {
            throw new Refusal(e.getSQLState());
        }
    }

    private static Set<EventKey> existing(Connection connection, List<Entry> group) throws SQLException {
        Set<EventKey> found = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement(EXISTING)) {
            JdbcColumns keys = new JdbcColumns(query, 1, group);
            keys.texts(e -> e.key().source());
            keys.texts(e -> e.key().eventId());
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

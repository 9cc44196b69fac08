package org.quanzu.journal;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.EventKey;
import org.quanzu.fact.Surroundings;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads events, answers and snapshots back from PostgreSQL. */
final class JdbcHistory implements History {
    private static final int FETCH_SIZE = 5_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate streaming;
    private final InstantSource clock;
    private final Map<String, Integer> scoredBy = new ConcurrentHashMap<>();

    JdbcHistory(DataSource database, TransactionTemplate streaming, InstantSource clock) {
        jdbc = new JdbcTemplate(database);
        this.streaming = streaming;
        this.clock = clock;
    }

    @Override
    public @Nullable Snapshot snapshot(String personId) {
        return first(jdbc.query(
                "select seq, day, snapshot, level, family, score, valid_until from profiles where person_id = ?",
                (row, i) -> new Snapshot(
                        row.getLong("seq"),
                        row.getObject("day", LocalDate.class),
                        bytes(row, "snapshot"),
                        standing(row)),
                personId));
    }

    private static <T> @Nullable T first(List<T> rows) {
        return rows.isEmpty() ? null : rows.get(0);
    }

    @Override
    public List<Recorded> eventsAfter(String personId, @Nullable Snapshot snapshot) {
        return jdbc.query(
                """
                select seq, body, other_payers, other_people, level, family, score, valid_until, flags
                from events where person_id = ? and seq > ? and day >= ? order by seq""",
                (row, i) -> new Recorded(
                        row.getLong("seq"),
                        EventReader.read(bytes(row, "body")),
                        new Surroundings(integer(row, "other_payers"), integer(row, "other_people")),
                        standing(row),
                        row.getInt("flags")),
                personId,
                snapshot == null ? Long.MIN_VALUE : snapshot.seq(),
                snapshot == null ? FIRST_DAY : snapshot.day());
    }

    private static byte[] bytes(ResultSet row, String column) throws SQLException {
        byte[] value = row.getBytes(column);
        return value == null ? new byte[0] : value;
    }

    private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : (Integer) value;
    }

    private static Standing standing(ResultSet row) throws SQLException {
        Timestamp until = row.getTimestamp("valid_until");
        return new Standing(
                row.getString("level"),
                row.getString("family"),
                row.getInt("score"),
                until == null ? null : (Long) until.getTime());
    }

    @Override
    public @Nullable First find(EventKey key) {
        return first(jdbc.query(
                """
                select k.person_id, k.content_hash, e.body, e.assessment, e.flags, r.version, r.families
                from event_keys k
                join events e on e.day = k.day and e.person_id = k.person_id and e.seq = k.seq
                join scored_by r on r.id = e.scored_by
                where k.source = ? and k.event_id = ?""",
                (row, i) -> new First(
                        row.getString("person_id"),
                        bytes(row, "content_hash"),
                        bytes(row, "body"),
                        row.getBytes("assessment"),
                        row.getInt("flags"),
                        row.getString("version"),
                        texts(row.getArray("families"))),
                key.source(),
                key.eventId()));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    @Override
    public int scoredBy(String version, List<String> families) {
        return scoredBy.computeIfAbsent(
                version + families, unknown -> number(version, families.toArray(new String[0])));
    }

    private int number(String version, String[] families) {
        jdbc.update(
                "insert into scored_by (version, families) values (?, ?::text[]) on conflict do nothing",
                version,
                families);
        Integer id = jdbc.queryForObject(
                "select id from scored_by where version = ? and families = ?::text[]",
                Integer.class,
                version,
                families);
        return id == null ? 0 : id;
    }

    @Override
    public void dealings(Instant since, int limit, Consumer<Dealing> each) {
        streaming.executeWithoutResult(status -> jdbc.query(
                connection -> {
                    PreparedStatement query = connection.prepareStatement("""
                            select counterparty, type, person_id, occurred_at from events
                            where day >= ? and received_at >= ? and counterparty is not null
                            order by received_at desc limit ?""");
                    query.setFetchSize(FETCH_SIZE);
                    query.setObject(1, since.atOffset(ZoneOffset.UTC).toLocalDate());
                    query.setTimestamp(2, Timestamp.from(since));
                    query.setInt(3, limit);
                    return query;
                },
                row -> {
                    each.accept(new Dealing(
                            row.getString("counterparty"),
                            row.getString("type").equals("transaction"),
                            row.getString("person_id"),
                            row.getTimestamp("occurred_at").getTime()));
                }));
    }

    @Override
    public void keep(String personId, long seq, byte[] bytes, Standing standing) {
        Timestamp until = standing.validUntilMillis() == null ? null : new Timestamp(standing.validUntilMillis());
        jdbc.update(
                """
                insert into profiles (person_id, seq, day, snapshot, level, family, score, valid_until)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (person_id) do update set seq = excluded.seq, day = excluded.day, snapshot = excluded.snapshot,
                    level = excluded.level, family = excluded.family, score = excluded.score,
                    valid_until = excluded.valid_until
                where profiles.seq <= excluded.seq""",
                new Object[] {
                    personId,
                    seq,
                    clock.instant().atOffset(ZoneOffset.UTC).toLocalDate(),
                    bytes,
                    standing.level(),
                    standing.family(),
                    standing.score(),
                    until
                },
                new int[] {
                    Types.VARCHAR,
                    Types.BIGINT,
                    Types.DATE,
                    Types.BINARY,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.SMALLINT,
                    Types.TIMESTAMP
                });
    }
}

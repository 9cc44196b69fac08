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
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessor.CurrentLevel;
import org.quanzu.assessor.SeenEvents;
import org.quanzu.event.EventKey;
import org.quanzu.eventjson.StoredEventReader;
import org.quanzu.fact.Surroundings;
import org.quanzu.seal.KeyedHash;
import org.quanzu.seal.Place;
import org.quanzu.seal.Seal;
import org.quanzu.seal.SealedColumn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads events, answers and snapshots back from PostgreSQL. */
final class JdbcEventStore implements EventStore {
    private static final int FETCH_SIZE = 5_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    /** Keys from before the hash was kept have an index by the whole id. */
    private static final String BY_ASSESSMENT = """
            select source, event_id from event_keys where assessment_hash = ? and assessment_id(source, event_id) = ?
            union all select source, event_id from event_keys where assessment_hash is null and assessment_id(source, event_id) = ?""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate streaming;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Map<String, Integer> scoredBy = new ConcurrentHashMap<>();

    /** What it takes to read what is not kept in clear. */
    record Secrets(Seal seal, KeyedHash hash) {}

    JdbcEventStore(DataSource database, TransactionTemplate streaming, Secrets secrets, InstantSource clock) {
        jdbc = new JdbcTemplate(database);
        this.streaming = streaming;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public @Nullable Snapshot snapshot(String personId) {
        return first(jdbc.query(
                "select seq, day, snapshot, level, family, score, valid_until from profiles where person_id = ?",
                (row, i) -> snapshot(row, personId),
                personId));
    }

    private Snapshot snapshot(ResultSet row, String personId) throws SQLException {
        long seq = row.getLong("seq");
        byte[] bytes = row.getBytes("snapshot");
        return new Snapshot(
                seq,
                row.getObject("day", LocalDate.class),
                secrets.seal().open(bytes, SealedColumn.PROFILE_SNAPSHOT.of(personId, seq)),
                level(row));
    }

    private static <T> @Nullable T first(List<T> rows) {
        return rows.isEmpty() ? null : rows.get(0);
    }

    @Override
    public List<Recorded> eventsAfter(String personId, @Nullable Snapshot snapshot) {
        return jdbc.query(
                """
                select seq, source, event_id, body, other_payers, other_people, received_at, level, family, score,
                    valid_until, flags
                from events where person_id = ? and seq > ? and day >= ? order by seq""",
                (row, i) -> recorded(row),
                personId,
                snapshot == null ? Long.MIN_VALUE : snapshot.seq(),
                snapshot == null ? FIRST_DAY : snapshot.day());
    }

    @Override
    public void stream(Instant from, Instant to, Collection<String> persons, Consumer<Stored> each) {
        inLongTransaction(() -> jdbc.query(
                connection -> {
                    PreparedStatement query = connection.prepareStatement("""
                            select seq, person_id, source, event_id, body, other_payers, other_people, level, family, score,
                                valid_until, flags, received_at
                            from events
                            where day between ? and ? and received_at >= ? and received_at < ?
                                and (cardinality(?::text[]) = 0 or person_id = any (?::text[]))
                            order by seq""");
                    query.setFetchSize(FETCH_SIZE);
                    query.setObject(1, dayOf(from));
                    query.setObject(2, dayOf(to).plusDays(1));
                    query.setTimestamp(3, Timestamp.from(from));
                    query.setTimestamp(4, Timestamp.from(to));
                    query.setObject(5, persons.toArray(new String[0]));
                    query.setObject(6, persons.toArray(new String[0]));
                    return query;
                },
                row -> {
                    each.accept(new Stored(
                            row.getString("person_id"),
                            row.getTimestamp("received_at").toInstant(),
                            recorded(row)));
                }));
    }

    private void inLongTransaction(Runnable work) {
        streaming.executeWithoutResult(status -> {
            JdbcPatientSource.makePatient(jdbc);
            work.run();
        });
    }

    private static LocalDate dayOf(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private Recorded recorded(ResultSet row) throws SQLException {
        byte[] body = body(row);
        return new Recorded(
                row.getLong("seq"),
                StoredEventReader.read(body),
                SeenEvents.contentOf(body),
                new Surroundings(
                                integer(row, "other_payers"),
                                integer(row, "other_people"),
                                (row.getInt("flags") & JournalRecord.PROTECTIVE_TRANSFER) != 0)
                        .receivedAt(row.getTimestamp("received_at").getTime(), false),
                level(row),
                row.getInt("flags"));
    }

    private byte[] body(ResultSet row) throws SQLException {
        return secrets.seal().open(row.getBytes("body"), place(SealedColumn.EVENT_BODY, row));
    }

    private static Place place(SealedColumn column, ResultSet row) throws SQLException {
        return column.of(row.getString("source"), row.getString("event_id"));
    }

    private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : (Integer) value;
    }

    private static CurrentLevel level(ResultSet row) throws SQLException {
        Timestamp until = row.getTimestamp("valid_until");
        return new CurrentLevel(
                row.getString("level"),
                row.getString("family"),
                row.getInt("score"),
                until == null ? null : (Long) until.getTime());
    }

    @Override
    public @Nullable First find(EventKey key) {
        return first(jdbc.query(
                """
                select k.person_id, k.source, k.event_id, e.body, e.assessment, e.flags, r.version, r.families
                from event_keys k
                join events e on e.day = k.day and e.person_id = k.person_id and e.seq = k.seq
                join scored_by r on r.id = e.scored_by
                where k.source = ? and k.event_id = ?""",
                (row, i) -> new First(
                        row.getString("person_id"),
                        body(row),
                        secrets.seal().openAny(row.getBytes("assessment"), place(SealedColumn.EVENT_ASSESSMENT, row)),
                        row.getInt("flags"),
                        row.getString("version"),
                        texts(row.getArray("families"))),
                key.source(),
                key.eventId()));
    }

    @Override
    public boolean isErased(EventKey key) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from event_keys where source = ? and event_id = ? and person_id = '')",
                Boolean.class,
                key.source(),
                key.eventId()));
    }

    @Override
    public @Nullable EventKey keyOf(UUID assessmentId) {
        return first(jdbc.query(
                BY_ASSESSMENT,
                (row, i) -> new EventKey(row.getString("source"), row.getString("event_id")),
                assessmentId.getMostSignificantBits(),
                assessmentId,
                assessmentId));
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
        inLongTransaction(() -> jdbc.query(
                connection -> {
                    PreparedStatement query = connection.prepareStatement("""
                            select counterparty_hash, counterparty, type, person_id,
                                least(occurred_at, received_at) as occurred_at from events
                            where day >= ? and received_at >= ?
                                and (counterparty_hash is not null or counterparty is not null)
                            order by received_at desc limit ?""");
                    query.setFetchSize(FETCH_SIZE);
                    query.setObject(1, since.atOffset(ZoneOffset.UTC).toLocalDate());
                    query.setTimestamp(2, Timestamp.from(since));
                    query.setInt(3, limit);
                    return query;
                },
                row -> {
                    boolean payment = row.getString("type").equals("transaction");
                    each.accept(new Dealing(
                            counterparty(row, payment),
                            payment,
                            row.getString("person_id"),
                            row.getTimestamp("occurred_at").getTime()));
                }));
    }

    private String counterparty(ResultSet row, boolean payment) throws SQLException {
        byte[] hashed = row.getBytes("counterparty_hash");
        if (hashed != null) {
            return HexFormat.of().formatHex(hashed);
        }
        String clear = row.getString("counterparty");
        return payment ? secrets.hash().account(clear) : secrets.hash().number(clear);
    }

    @Override
    public void keep(String personId, long seq, byte[] bytes, CurrentLevel level) {
        Timestamp until = level.validUntilMillis() == null ? null : new Timestamp(level.validUntilMillis());
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
                    secrets.seal().seal(bytes, SealedColumn.PROFILE_SNAPSHOT.of(personId, seq)),
                    level.level(),
                    level.family(),
                    level.score(),
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

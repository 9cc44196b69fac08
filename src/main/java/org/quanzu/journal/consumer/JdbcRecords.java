package org.quanzu.journal.consumer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.Event;
import org.quanzu.eventjson.StoredEventReader;
import org.quanzu.journal.EventStore;
import org.quanzu.journal.consumer.Batch.Read;
import org.quanzu.journal.consumer.DeliveredRecord.Content;
import org.quanzu.journal.consumer.DeliveredRecord.Kind;
import org.quanzu.seal.Seal;
import org.quanzu.seal.SealedColumn;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads what the journal wrote, in the order of its numbers. Events become visible in that order, for one thread writes them;
 * a change of a person becomes visible before any later event of the person. So one snapshot has each person's order right.
 */
final class JdbcRecords {
    private static final String EVENT = """
            select seq, day, 'EVENT' as kind, person_id, received_at as at, live_call_at, source, event_id, body, assessment
            from events where assessment is not null""";
    private static final String CHANGE = """
            select seq, null::date as day, kind, person_id, at, null::timestamptz as live_call_at, null as source,
                null as event_id, body, null::bytea as assessment from person_changes""";
    private static final String NEXT =
            "with since as materialized (select seq from journal_consumers where consumer = ?)"
                    + " select next.*, (select seq from since) as position from ((" + EVENT
                    + " and " + EventStore.WARNS
                    + " and day >= ? and seq > (select seq from since) order by seq limit ?) union all (" + CHANGE
                    + """
             where ? and not exists (select from set_aside_records s
                where s.consumer = ? and s.seq = person_changes.seq)
            order by seq limit ?)) as next order by seq""";
    private static final String ONE_EVENT = EVENT + " and day = ? and seq = ?";
    private static final String ONE_CHANGE = CHANGE + " where seq = ?";
    private static final String WAITING = "select count(*) from (select from events where " + EventStore.WARNS
            + " and day >= ? and seq > (select seq from journal_consumers where consumer = ?) limit ?) as waiting";
    private static final int MOST_COUNTED = 1_000_000;

    private final JdbcTemplate jdbc;
    private final Seal seal;

    JdbcRecords(DataSource database, Seal seal) {
        jdbc = new JdbcTemplate(database);
        this.seal = seal;
    }

    /**
     * The next records of a consumer, at most {@code limit}; those it set aside are not among them, nor are events of days before
     * {@code from}: a look into ninety partitions costs more than what is found there.
     */
    Batch next(String consumer, boolean withChanges, LocalDate from, int limit) {
        List<Read> read = new ArrayList<>();
        long[] position = {0};
        jdbc.query(
                NEXT,
                row -> {
                    position[0] = row.getLong("position");
                    read.add(read(row, false));
                },
                consumer,
                from,
                limit,
                withChanges,
                consumer,
                limit);
        return cut(position[0], read, limit);
    }

    /** Where events or changes were cut off, the others go no further either: what is missing comes between. */
    private static Batch cut(long position, List<Read> read, int limit) {
        long events = last(read, limit, true);
        long changes = last(read, limit, false);
        long end = Math.min(events, changes);
        List<Read> whole =
                read.stream().filter(one -> one.record().seq() <= end).toList();
        return new Batch(position, whole, end < Long.MAX_VALUE);
    }

    private static long last(List<Read> read, int limit, boolean events) {
        List<Read> some = read.stream().filter(one -> one.isEvent() == events).toList();
        return some.size() < limit
                ? Long.MAX_VALUE
                : some.get(some.size() - 1).record().seq();
    }

    /** A record that was set aside: an event of that day or, without a day, a change of a person; empty when it is no more. */
    Optional<Read> find(long seq, @Nullable LocalDate day) {
        List<Read> found = day == null
                ? jdbc.query(ONE_CHANGE, (row, i) -> read(row, true), seq)
                : jdbc.query(ONE_EVENT, (row, i) -> read(row, true), day, seq);
        return found.stream().findFirst();
    }

    /** How many events of {@code from} and later the consumer has before it. */
    long waiting(String consumer, LocalDate from) {
        Long waiting = jdbc.queryForObject(WAITING, Long.class, from, consumer, MOST_COUNTED);
        return waiting == null ? 0 : waiting;
    }

    private Read read(ResultSet row, boolean setAside) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind"));
        String source = row.getString("source");
        String eventId = row.getString("event_id");
        long seq = row.getLong("seq");
        byte[] body = row.getBytes("body");
        Content content = kind == Kind.EVENT
                ? new EventContent(seal, source, eventId, body, row.getBytes("assessment"))
                : new ChangeContent(seal, seq, body);
        var record = new DeliveredRecord(
                seq,
                kind,
                row.getString("person_id"),
                row.getTimestamp("at").toInstant(),
                instant(row.getTimestamp("live_call_at")),
                setAside,
                content);
        return new Read(
                record, row.getObject("day", LocalDate.class), kind == Kind.EVENT ? source + " " + eventId : null);
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record EventContent(Seal seal, String source, String eventId, byte[] body, byte[] assessment)
            implements Content {
        @Override
        public Event event() {
            return StoredEventReader.read(seal.open(body, SealedColumn.EVENT_BODY.of(source, eventId)));
        }

        @Override
        public byte[] bytes() {
            return seal.open(assessment, SealedColumn.EVENT_ASSESSMENT.of(source, eventId));
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record ChangeContent(Seal seal, long seq, byte[] body) implements Content {
        @Override
        public Event event() {
            throw new IllegalStateException("The change " + seq + " of a person has no event");
        }

        @Override
        public byte[] bytes() {
            return seal.open(body, SealedColumn.PERSON_CHANGE.of(seq));
        }
    }
}

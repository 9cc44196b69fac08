package org.quanzu.journal.consumer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quanzu.journal.consumer.Batch.Read;
import org.springframework.jdbc.core.JdbcTemplate;

/** The positions of consumers and the records they set aside. */
final class JdbcConsumers {
    private static final String LIMITS =
            "select set_config('lock_timeout', ?, true), set_config('statement_timeout', ?, true)";
    private static final String ADVANCE =
            "update journal_consumers set seq = ?, moved_at = ? where consumer = ? and seq = ?";
    private static final String REGISTER =
            "insert into journal_consumers (consumer, seq, moved_at) values (?, 0, ?) on conflict do nothing";
    private static final String SET_ASIDE = """
            insert into set_aside_records (consumer, seq, day, kind, person_id, event, reason, since, tries, retry_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (consumer, seq) do nothing""";
    private static final String FAILED_AGAIN = """
            update set_aside_records set reason = ?, tries = tries + 1, retry_at = ? where consumer = ? and seq = ?""";
    private static final String WAITING_PERSONS = """
            select distinct person_id from set_aside_records
            where consumer = ? and retry_at is not null and person_id = any (?)""";

    /** The first that is due; of each person only the earliest record. */
    private static final String DUE = """
            select seq, day, tries from set_aside_records due
            where consumer = ? and retry_at <= ? and not exists (select from set_aside_records earlier
                where earlier.consumer = due.consumer and earlier.person_id = due.person_id
                    and earlier.retry_at is not null and earlier.seq < due.seq)
            order by retry_at, seq limit 1 for update skip locked""";

    private static final String RETRY_ALL =
            "update set_aside_records set retry_at = ? where consumer = ? and retry_at is null";
    private static final String COUNT = """
            select count(*) filter (where retry_at is null) as aside, count(retry_at) as waiting, min(since) as since
            from set_aside_records where consumer = ?""";

    private final JdbcTemplate jdbc;

    JdbcConsumers(DataSource database) {
        jdbc = new JdbcTemplate(database);
    }

    /** How long the transaction may wait for a lock, and one statement of it may take. */
    void limit(long lockMillis, long statementMillis) {
        jdbc.query(LIMITS, row -> {}, Long.toString(lockMillis), Long.toString(statementMillis));
    }

    /** Gives a consumer that is new its position, at the beginning. */
    void register(String consumer, Instant now) {
        jdbc.update(REGISTER, consumer, Timestamp.from(now));
    }

    /** Moves the position from one record to another; false when somebody else has moved it. */
    boolean advance(String consumer, long from, long to, Instant now) {
        return jdbc.update(ADVANCE, to, Timestamp.from(now), consumer, from) == 1;
    }

    /** Removes changes of persons that are done; false when somebody else has done some. */
    boolean remove(Collection<Long> changes) {
        return changes.isEmpty()
                || jdbc.update("delete from person_changes where seq = any (?)", (Object) changes.toArray(new Long[0]))
                        == changes.size();
    }

    /** Those of {@code persons} who have a record that waits to be tried again. */
    Set<String> waiting(String consumer, Set<String> persons) {
        return new HashSet<>(
                jdbc.queryForList(WAITING_PERSONS, String.class, consumer, persons.toArray(new String[0])));
    }

    /** Why a record is passed over, and until when: null until a person asks for it. */
    record SetAside(String reason, int tries, @Nullable Instant retryAt) {}

    void setAside(String consumer, Read read, SetAside why, Instant now) {
        jdbc.update(
                SET_ASIDE,
                consumer,
                read.record().seq(),
                read.day(),
                read.record().kind().name(),
                read.record().personId(),
                read.event(),
                why.reason(),
                Timestamp.from(now),
                why.tries(),
                timestamp(why.retryAt()));
    }

    void failedAgain(String consumer, long seq, SetAside why) {
        jdbc.update(FAILED_AGAIN, why.reason(), timestamp(why.retryAt()), consumer, seq);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }

    /** A record set aside that is to be tried now. */
    record Due(long seq, @Nullable LocalDate day, int tries) {}

    Optional<Due> due(String consumer, Instant now) {
        List<Due> due = jdbc.query(DUE, (row, i) -> due(row), consumer, Timestamp.from(now));
        return due.stream().findFirst();
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(row.getLong("seq"), row.getObject("day", LocalDate.class), row.getInt("tries"));
    }

    void forget(String consumer, long seq) {
        jdbc.update("delete from set_aside_records where consumer = ? and seq = ?", consumer, seq);
    }

    void retryAll(String consumer, Instant now) {
        jdbc.update(RETRY_ALL, Timestamp.from(now), consumer);
    }

    /** How many records a consumer set aside, how many of those it tries again by itself, and since when the oldest. */
    record Counts(long aside, long waiting, @Nullable Instant since) {}

    Counts count(String consumer) {
        return jdbc.query(COUNT, (row, i) -> counts(row), consumer).get(0);
    }

    private static Counts counts(ResultSet row) throws SQLException {
        Timestamp since = row.getTimestamp("since");
        return new Counts(row.getLong("aside"), row.getLong("waiting"), since == null ? null : since.toInstant());
    }
}

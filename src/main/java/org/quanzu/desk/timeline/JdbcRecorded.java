package org.quanzu.desk.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.Event;
import org.quanzu.eventjson.StoredEventReader;
import org.quanzu.profile.PaymentHistory;
import org.quanzu.seal.Seal;
import org.quanzu.seal.SealedColumn;
import org.springframework.jdbc.core.JdbcTemplate;

/** The events of persons as the journal wrote them, with those of whom they absorbed. */
final class JdbcRecorded {
    private static final String EVENTS = """
            select source, event_id, body, received_at, level, assessment from events
            where person_id in (select ?::text union select person_id from persons where merged_into = ?)
                and day >= ? and received_at >= ? %s
            order by least(occurred_at, received_at) desc, seq desc limit ?""";

    /** Which events of a person. */
    enum Which {
        ALL(""),
        PAYMENTS("and type = 'transaction'"),
        STATUSES("and type = 'transaction_status'"),
        WITH_FINDINGS("and assessment is not null");

        private final String sql;

        Which(String condition) {
            sql = EVENTS.replace("%s", condition);
        }
    }

    private static final Duration PUNCTUAL = Duration.ofHours(1);

    private final JdbcTemplate jdbc;
    private final Seal seal;

    JdbcRecorded(DataSource database, Seal seal) {
        jdbc = new JdbcTemplate(database);
        this.seal = seal;
    }

    /** An event and the answer to it; null where nothing was found. */
    record Recorded(Event event, Instant receivedAt, String level, byte @Nullable [] answer) {
        /** How long it took to arrive; null where that was an hour at most. */
        @Nullable Duration delay() {
            Duration delay = Duration.between(event.overAt(), receivedAt);
            return delay.compareTo(PUNCTUAL) > 0 ? delay : null;
        }

        PaymentHistory.Received received() {
            return new PaymentHistory.Received(event, receivedAt);
        }
    }

    /** The latest {@code limit} events of a person received since then, the latest first. */
    List<Recorded> latest(String personId, Instant since, int limit) {
        return latest(Which.ALL, personId, since, limit);
    }

    /** The latest of some kind. */
    List<Recorded> latest(Which which, String personId, Instant since, int limit) {
        return jdbc.query(
                which.sql,
                (row, i) -> recorded(row),
                personId,
                personId,
                since.atOffset(ZoneOffset.UTC).toLocalDate(),
                Timestamp.from(since),
                limit);
    }

    private Recorded recorded(ResultSet row) throws SQLException {
        String source = row.getString("source");
        String eventId = row.getString("event_id");
        return new Recorded(
                StoredEventReader.read(seal.open(row.getBytes("body"), SealedColumn.EVENT_BODY.of(source, eventId))),
                row.getTimestamp("received_at").toInstant(),
                row.getString("level"),
                seal.openAny(row.getBytes("assessment"), SealedColumn.EVENT_ASSESSMENT.of(source, eventId)));
    }
}

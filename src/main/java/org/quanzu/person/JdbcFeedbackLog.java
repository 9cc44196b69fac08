package org.quanzu.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quanzu.seal.Seal;
import org.quanzu.seal.SealedColumn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Feedback in PostgreSQL. */
final class JdbcFeedbackLog implements FeedbackLog {
    private final JdbcClient jdbc;
    private final Seal seal;

    JdbcFeedbackLog(DataSource database, Seal seal) {
        jdbc = JdbcClient.create(database);
        this.seal = seal;
    }

    @Override
    public boolean append(Feedback feedback) {
        return jdbc.sql("""
                        insert into feedback (source, feedback_id, person_id, finding, event_ids, lost_amount,
                            prevented_amount, family, note, received_at)
                        values (:source, :id, :person, :finding, :events, :lost, :prevented, :family, :note, :at)
                        on conflict (source, feedback_id) do nothing""")
                        .param("source", feedback.source())
                        .param("id", feedback.feedbackId())
                        .param("person", feedback.personId())
                        .param("finding", feedback.finding())
                        .param("events", eventIds(feedback))
                        .param("lost", feedback.lostAmount())
                        .param("prevented", feedback.preventedAmount())
                        .param("family", feedback.family())
                        .param("note", note(feedback))
                        .param("at", Timestamp.from(feedback.receivedAt()))
                        .update()
                > 0;
    }

    private static String[] eventIds(Feedback feedback) {
        return feedback.eventIds().toArray(new String[0]);
    }

    private byte @Nullable [] note(Feedback feedback) {
        return seal.sealNote(feedback.note(), SealedColumn.FEEDBACK_NOTE.of(feedback.source(), feedback.feedbackId()));
    }

    @Override
    public Optional<Feedback> find(String source, String feedbackId) {
        return jdbc.sql("select * from feedback where source = :source and feedback_id = :id")
                .param("source", source)
                .param("id", feedbackId)
                .query((row, i) -> feedback(row))
                .optional();
    }

    private Feedback feedback(ResultSet row) throws SQLException {
        String source = row.getString("source");
        String id = row.getString("feedback_id");
        return new Feedback(
                source,
                id,
                row.getString("person_id"),
                row.getString("finding"),
                List.of((String[]) row.getArray("event_ids").getArray()),
                row.getBigDecimal("lost_amount"),
                row.getBigDecimal("prevented_amount"),
                row.getString("family"),
                seal.openNote(row.getBytes("note"), SealedColumn.FEEDBACK_NOTE.of(source, id)),
                row.getTimestamp("received_at").toInstant());
    }

    @Override
    public List<String> coveredBy(Feedback feedback) {
        return jdbc.sql("""
                        select feedback_id from feedback
                        where source = :source and feedback_id <> :id and person_id = :person
                            and event_ids <@ cast(:events as text[])
                        order by feedback_id""")
                .param("source", feedback.source())
                .param("id", feedback.feedbackId())
                .param("person", feedback.personId())
                .param("events", eventIds(feedback))
                .query(String.class)
                .list();
    }
}

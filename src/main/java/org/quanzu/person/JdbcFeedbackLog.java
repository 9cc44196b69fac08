package org.quanzu.person;

import java.sql.Timestamp;
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
    public void keep(Feedback feedback) {
        jdbc.sql("""
                        insert into feedback (source, feedback_id, person_id, finding, event_ids, lost_amount,
                            prevented_amount, family, note, received_at)
                        values (:source, :id, :person, :finding, :events, :lost, :prevented, :family, :note, :at)
                        on conflict (source, feedback_id) do update set person_id = excluded.person_id,
                            finding = excluded.finding, event_ids = excluded.event_ids,
                            lost_amount = excluded.lost_amount, prevented_amount = excluded.prevented_amount,
                            family = excluded.family, note = excluded.note""")
                .param("source", feedback.source())
                .param("id", feedback.feedbackId())
                .param("person", feedback.personId())
                .param("finding", feedback.finding())
                .param("events", feedback.eventIds().toArray(new String[0]))
                .param("lost", feedback.lostAmount())
                .param("prevented", feedback.preventedAmount())
                .param("family", feedback.family())
                .param("note", note(feedback))
                .param("at", Timestamp.from(feedback.receivedAt()))
                .update();
    }

    private byte @Nullable [] note(Feedback feedback) {
        return seal.sealNote(feedback.note(), SealedColumn.FEEDBACK_NOTE.of(feedback.source(), feedback.feedbackId()));
    }
}

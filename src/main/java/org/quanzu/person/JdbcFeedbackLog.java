package org.quanzu.person;

import java.sql.Timestamp;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Feedback in PostgreSQL. */
final class JdbcFeedbackLog implements FeedbackLog {
    private final JdbcClient jdbc;

    JdbcFeedbackLog(DataSource database) {
        jdbc = JdbcClient.create(database);
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
                .param("note", feedback.note())
                .param("at", Timestamp.from(feedback.receivedAt()))
                .update();
    }
}

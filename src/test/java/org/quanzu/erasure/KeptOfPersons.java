package org.quanzu.erasure;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of one person in tables that only parts of the product beside the pipeline write to. */
final class KeptOfPersons {
    private static final String[] ROWS = {
        "insert into attempts (case_id, episode, channel, contact, operator, at) values (:case, 1, 'VOICE', 'NO_ANSWER', 'li', now())",
        "insert into outcomes (case_id, episode, contact, finding, operator, at, closes) values (:case, 1, 'REACHED_PHONE', 'SCAM', 'li', now(), false)",
        "insert into follow_ups (case_id, episode, due_at) values (:case, 1, now())",
        "insert into hand_overs (case_id, from_user, reason, state, at) values (:case, 'li', '', 'OFFERED', now())",
        "insert into labels (origin, source, reference, person_id, verdict, finding, at) values ('BANK', 'bank-1', :person, :person, 'SCAM', 'CONFIRMED_SCAM', now())",
        "insert into outreach_orders (order_id, kind, urgency, case_id, person_id, level, body, put_by, put_at, state, due_at, lapses_at) values (gen_random_uuid(), 'MESSAGE', 1, :case, :person, 'RED', :person::bytea, 'li', timestamptz '2026-03-02', 'SENT', now(), timestamptz '2026-03-02')",
        "insert into contacts (person_id, at, kind) values (:person, now(), 'VOICE')",
        "insert into automatic_messages (person_id, family, level, level_rank, at, order_id) values (:person, 'loan', 'RED', 1, now(), gen_random_uuid())",
        "insert into bank_notices (id, source, person_id, body, at, state, due_at) values (gen_random_uuid(), 'bank-1', :person, :person, now(), 'READABLE', now())",
        "insert into told_levels (person_id, seq, level) values (:person, 1, 'RED')",
        "insert into payment_holds (source, event_id, person_id, until, state) values ('bank-1', :person || '-h', :person, now(), 'HELD')",
        "insert into set_aside_records (consumer, seq, kind, person_id, event, reason, since, tries) select 'desk', hashtext(:person), 'EVENT', :person, :person, '', now(), 1",
        "insert into person_changes (seq, person_id, kind, at, body) select hashtext(:person), :person, 'FEEDBACK', now(), ''",
        "insert into feedback (source, feedback_id, person_id, finding, event_ids, received_at) values ('bank-1', 'f-' || :person, :person, 'GENUINE', '{}', timestamptz '2026-03-02')",
        "insert into person_sources (person_id, source, told_at) values (:person, 'bank-1', timestamptz '2026-03-02')",
        "insert into person_merges (person_id, into_id, valid_from) values (:person, :person || '-m', timestamptz '2026-03-02')"
    };

    private KeptOfPersons() {}

    /** One row each; the person has a case by now. */
    static void fill(DataSource database, String personId) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        String caseId = jdbc.queryForObject("select case_id from cases where person_id = ?", String.class, personId);
        for (String row : ROWS) {
            jdbc.update(row.replace(":person", "'" + personId + "'").replace(":case", "'" + caseId + "'"));
        }
    }
}

package org.quanzu.desk.work;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.quanzu.desk.contact.Attempt;
import org.quanzu.desk.contact.Channel;
import org.quanzu.desk.contact.Contact;
import org.quanzu.desk.work.Report.Averted;
import org.quanzu.desk.work.Report.Facts;
import org.quanzu.scoring.Rule;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attempts, outcomes and follow-ups in PostgreSQL. */
final class JdbcWorks implements Works {
    private static final String[] NOTICED = Arrays.stream(Contact.values())
            .filter(Contact::isNoticed)
            .map(Contact::name)
            .toArray(String[]::new);

    private final JdbcClient jdbc;

    JdbcWorks(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    @Override
    public List<Attempt> attempts(String caseId) {
        return jdbc.sql("select * from attempts where case_id = ? order by attempt_id")
                .param(caseId)
                .query((row, i) -> new Attempt(
                        row.getInt("episode"),
                        Channel.valueOf(row.getString("channel")),
                        Contact.valueOf(row.getString("contact")),
                        row.getString("operator"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("note")))
                .list();
    }

    @Override
    public List<Outcome> outcomes(String caseId) {
        return jdbc.sql("select * from outcomes where case_id = ? order by outcome_id")
                .param(caseId)
                .query((row, i) -> new Outcome(
                        row.getInt("episode"),
                        report(row),
                        row.getString("operator"),
                        row.getTimestamp("at").toInstant(),
                        row.getBoolean("closes")))
                .list();
    }

    private static Report report(ResultSet row) throws SQLException {
        String stage = row.getString("stage");
        Averted averted = new Averted(
                row.getBigDecimal("averted_stopped"),
                row.getBigDecimal("averted_attempted"),
                row.getBigDecimal("averted_balance"));
        Facts facts = new Facts(
                row.getString("family"),
                stage == null ? null : Rule.Stage.valueOf(stage),
                row.getBigDecimal("lost"),
                row.getBigDecimal("at_risk"),
                averted,
                words(row.getArray("payee_accounts")),
                words(row.getArray("scam_numbers")),
                words(row.getArray("apps")));
        return new Report(
                Contact.valueOf(row.getString("contact")),
                Finding.valueOf(row.getString("finding")),
                facts,
                row.getString("note"));
    }

    private static List<String> words(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    @Override
    public List<FollowUp> followUps(String caseId) {
        return jdbc.sql("select * from follow_ups where case_id = ? order by due_at")
                .param(caseId)
                .query((row, i) -> {
                    Timestamp done = row.getTimestamp("done_at");
                    return new FollowUp(
                            row.getInt("episode"),
                            row.getTimestamp("due_at").toInstant(),
                            done == null ? null : done.toInstant());
                })
                .list();
    }

    @Override
    public int contactsSince(String caseId, Instant since) {
        return jdbc.sql(
                        "select count(*) from attempts where case_id = :case and at >= :since and contact = any (:noticed)")
                .param("case", caseId)
                .param("since", Timestamp.from(since))
                .param("noticed", NOTICED)
                .query(Integer.class)
                .single();
    }
}

package org.quanzu.desk.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.contact.Attempt;
import org.quanzu.desk.contact.Channel;
import org.quanzu.desk.contact.Contact;
import org.quanzu.desk.work.Report.Averted;
import org.quanzu.desk.work.Report.Facts;
import org.quanzu.scoring.Rule;
import org.quanzu.seal.Place;
import org.quanzu.seal.Seal;
import org.quanzu.seal.SealedColumn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attempts, outcomes and follow-ups in PostgreSQL. */
final class JdbcWorks implements Works {
    private final JdbcClient jdbc;
    private final Seal seal;

    JdbcWorks(DataSource database, Seal seal) {
        jdbc = JdbcClient.create(database);
        this.seal = seal;
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
                        note(row, SealedColumn.ATTEMPT_NOTE)))
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

    private Report report(ResultSet row) throws SQLException {
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
                words(row, SealedColumn.OUTCOME_PAYEE_ACCOUNTS),
                words(row, SealedColumn.OUTCOME_SCAM_NUMBERS),
                words(row, SealedColumn.OUTCOME_APPS));
        return new Report(
                Contact.valueOf(row.getString("contact")),
                Finding.valueOf(row.getString("finding")),
                facts,
                note(row, SealedColumn.OUTCOME_NOTE));
    }

    private @Nullable String note(ResultSet row, SealedColumn column) throws SQLException {
        return seal.openNote(row.getBytes("note"), place(row, column));
    }

    private static Place place(ResultSet row, SealedColumn column) throws SQLException {
        return column.of(row.getString("case_id"), row.getInt("episode"));
    }

    private List<String> words(ResultSet row, SealedColumn column) throws SQLException {
        return seal.openTexts(row.getBytes(column.column()), place(row, column));
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
}

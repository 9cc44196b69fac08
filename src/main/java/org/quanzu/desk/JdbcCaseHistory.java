package org.quanzu.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quanzu.seal.Seal;
import org.quanzu.seal.SealedColumn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The history of cases in PostgreSQL. */
final class JdbcCaseHistory implements CaseHistory {
    private final JdbcClient jdbc;
    private final Seal seal;

    JdbcCaseHistory(DataSource database, Seal seal) {
        jdbc = JdbcClient.create(database);
        this.seal = seal;
    }

    @Override
    public void add(Case subject, Entry entry) {
        jdbc.sql("""
                        insert into case_history (case_id, episode, at, who, what, told)
                        values (:case, :episode, :at, :who, :what, :told)""")
                .param("case", subject.caseId())
                .param("episode", subject.episode())
                .param("at", Timestamp.from(entry.at()))
                .param("who", entry.who())
                .param("what", entry.what().name())
                .param("told", told(subject, entry))
                .update();
    }

    private byte @Nullable [] told(Case subject, Entry entry) {
        return seal.sealNote(
                entry.detail(),
                SealedColumn.HISTORY_TOLD.of(
                        subject.caseId(), subject.episode(), entry.what().name()));
    }

    @Override
    public List<HistoryLine> latest(String caseId, int count) {
        return jdbc.sql("""
                        select case_id, episode, at, who, what, detail, told from case_history
                        where case_id = :case order by id desc limit :count""")
                .param("case", caseId)
                .param("count", count)
                .query((row, i) -> line(row))
                .list();
    }

    private HistoryLine line(ResultSet row) throws SQLException {
        int episode = row.getInt("episode");
        String what = row.getString("what");
        String told = seal.openNote(
                row.getBytes("told"), SealedColumn.HISTORY_TOLD.of(row.getString("case_id"), episode, what));
        return new HistoryLine(
                episode,
                row.getTimestamp("at").toInstant(),
                row.getString("who"),
                what,
                told == null ? row.getString("detail") : told);
    }
}

package org.quanzu.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The history of cases in PostgreSQL. */
final class JdbcCaseHistory implements CaseHistory {
    private final JdbcClient jdbc;

    JdbcCaseHistory(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    @Override
    public void add(Case subject, Entry entry) {
        jdbc.sql("""
                        insert into case_history (case_id, episode, at, who, what, detail)
                        values (:case, :episode, :at, :who, :what, :detail)""")
                .param("case", subject.caseId())
                .param("episode", subject.episode())
                .param("at", Timestamp.from(entry.at()))
                .param("who", entry.who())
                .param("what", entry.what().name())
                .param("detail", entry.detail())
                .update();
    }

    @Override
    public List<HistoryLine> latest(String caseId, int count) {
        return jdbc.sql("""
                        select episode, at, who, what, detail from case_history
                        where case_id = :case order by id desc limit :count""")
                .param("case", caseId)
                .param("count", count)
                .query((row, i) -> line(row))
                .list();
    }

    private static HistoryLine line(ResultSet row) throws SQLException {
        return new HistoryLine(
                row.getInt("episode"),
                row.getTimestamp("at").toInstant(),
                row.getString("who"),
                row.getString("what"),
                row.getString("detail"));
    }
}

package org.quanzu.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quanzu.scoring.Text;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases in PostgreSQL. */
final class JdbcCases implements Cases {
    private static final int MOST_LINES = 500;

    private final JdbcClient jdbc;
    private final CaseHistory history;

    JdbcCases(DataSource database, CaseHistory history) {
        jdbc = JdbcClient.create(database);
        this.history = history;
    }

    @Override
    public Optional<Case> find(String caseId) {
        return one("select * from cases where case_id = ?", caseId);
    }

    @Override
    public Optional<Case> ofPerson(String personId) {
        return one("select * from cases where person_id = ?", personId);
    }

    @Override
    public Optional<Case> lock(String caseId) {
        return one("select * from cases where case_id = ? for update", caseId);
    }

    @Override
    public void step(String caseId) {
        jdbc.sql("update cases set version = version + 1 where case_id = ?")
                .param(caseId)
                .update();
    }

    @Override
    public List<HistoryLine> history(String caseId) {
        return history.latest(caseId, MOST_LINES);
    }

    private Optional<Case> one(String sql, String id) {
        return jdbc.sql(sql).param(id).query((row, i) -> read(row)).optional();
    }

    private static Case read(ResultSet row) throws SQLException {
        return new Case(
                row.getString("case_id"),
                row.getString("person_id"),
                Case.State.valueOf(row.getString("state")),
                row.getInt("episode"),
                row.getString("level"),
                row.getInt("level_rank"),
                row.getString("family"),
                row.getInt("score"),
                row.getBigDecimal("amount_at_risk"),
                new Text(row.getString("why_en"), row.getString("why_zh")),
                row.getString("unit"),
                at(row, "opened_at"),
                at(row, "first_event_at"),
                at(row, "last_event_at"),
                row.getInt("assessments"),
                row.getBoolean("late"),
                atOrNull(row, "live_call_at"),
                atOrNull(row, "attempted_at"),
                row.getBoolean("vulnerable"),
                row.getInt("busy"),
                row.getInt("escalations"),
                at(row, "due_at"),
                at(row, "ready_at"),
                row.getBoolean("pinned"),
                row.getInt("points"),
                row.getDouble("urgency"),
                lease(row),
                atOrNull(row, "closed_at"),
                row.getInt("version"));
    }

    private static Case.@Nullable Lease lease(ResultSet row) throws SQLException {
        UUID id = row.getObject("lease", UUID.class);
        return id == null ? null : new Case.Lease(id, row.getString("taken_by"), at(row, "leased_until"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static @Nullable Instant atOrNull(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}

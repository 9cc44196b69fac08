package org.quanzu.testkit;

import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases as warnings open them, put straight into the database. */
public final class OpenCases {
    private static final String INSERT = """
            insert into cases (case_id, person_id, state, episode, level, level_rank, family, score, amount_at_risk,
                unit, opened_at, first_event_at, last_event_at, last_seq_day, assessments, late, due_at, ready_at,
                points, urgency)
            select 'c-' || i, 'p-' || i, 'QUEUED', 1, :level, :rank, 'loan', 70, 1000,
                :unit, :at, :at, :at, cast(:at as date), 1, false, cast(:at as timestamptz) + interval '15 minutes', :at,
                :points, :points - 2 * extract(epoch from cast(:at as timestamptz)) / 60
            from generate_series(cast(:from as int), :to) as i""";

    private final JdbcClient jdbc;
    private final Instant openedAt;

    public OpenCases(DataSource database, Instant openedAt) {
        jdbc = JdbcClient.create(database);
        this.openedAt = openedAt;
    }

    /** Opens case c-{@code number} of person p-{@code number} in the unit DESK. */
    public String open(int number, String level) {
        open(number, number, level, "DESK");
        return "c-" + number;
    }

    /** Opens the cases with numbers {@code from} to {@code to}. */
    public void open(int from, int to, String level, String unit) {
        int rank = switch (level) {
            case "RED" -> 4;
            case "ORANGE" -> 3;
            case "YELLOW" -> 2;
            default -> 1;
        };
        jdbc.sql(INSERT)
                .param("level", level)
                .param("rank", rank)
                .param("points", rank * 1000)
                .param("unit", unit)
                .param("at", Timestamp.from(openedAt))
                .param("from", from)
                .param("to", to)
                .update();
    }

    /** Gives each case a place of its own in the queue, as different amounts and times of opening do. */
    public void spread() {
        jdbc.sql("update cases set urgency = urgency + hashint4(substr(case_id, 3)::int) % 1000")
                .update();
        jdbc.sql("vacuum analyze cases").update();
    }

    public void set(String caseId, String column, Object value) {
        jdbc.sql("update cases set " + column + " = ? where case_id = ?")
                .param(value instanceof Instant at ? Timestamp.from(at) : value)
                .param(caseId)
                .update();
    }
}

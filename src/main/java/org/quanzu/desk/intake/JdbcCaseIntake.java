package org.quanzu.desk.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.RuleSet;
import org.quanzu.scoring.Text;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens and changes cases as assessments ask for; the rows are locked until the transaction ends. */
final class JdbcCaseIntake implements CaseIntake {
    /** With what was stopped in flight in the latest episode of closed cases and in all: the most that was told of each. */
    private static final String READ = """
            select *,
                case when state = 'CLOSED' then (select coalesce(max(averted_stopped), 0) from outcomes
                    where outcomes.case_id = cases.case_id and outcomes.episode = cases.episode)
                    else 0 end as stopped_last,
                case when state = 'CLOSED' then (select coalesce(sum(most), 0) from (
                    select max(averted_stopped) as most from outcomes
                    where outcomes.case_id = cases.case_id group by outcomes.episode) as each)
                    else 0 end as stopped
            from cases where case_id = any (?) order by case_id for update""";

    private static final String WRITE = """
            insert into cases (case_id, person_id, state, episode, level, level_rank, family, score, amount_at_risk, why_en, why_zh, unit,
                opened_at, first_event_at, last_event_at, last_seq_day, assessments, late, live_call_at, attempted_at,
                vulnerable, busy, escalations, due_at, ready_at, closed_at, points, urgency,
                averted, version, last_seq)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (case_id) do update set state = excluded.state, episode = excluded.episode, level = excluded.level,
                level_rank = excluded.level_rank, family = excluded.family, score = excluded.score,
                amount_at_risk = excluded.amount_at_risk, why_en = excluded.why_en, why_zh = excluded.why_zh, unit = excluded.unit, opened_at = excluded.opened_at,
                first_event_at = excluded.first_event_at, last_event_at = excluded.last_event_at,
                last_seq_day = excluded.last_seq_day, assessments = excluded.assessments, late = excluded.late,
                live_call_at = excluded.live_call_at, attempted_at = excluded.attempted_at, busy = excluded.busy,
                escalations = excluded.escalations, due_at = excluded.due_at, ready_at = excluded.ready_at,
                closed_at = excluded.closed_at, points = excluded.points, urgency = excluded.urgency,
                averted = excluded.averted, version = excluded.version, last_seq = excluded.last_seq""";
    private static final String REMEMBER = """
            insert into case_history (case_id, episode, at, who, what, detail) values (?, ?, ?, 'quanzu', ?, ?)""";

    /** Without an operator: what it was about is another person's. No level of before keeps a further episode from opening. */
    private static final String CLOSE = """
            with closed as (
                update cases set state = 'CLOSED', closed_at = :at, level_rank = 0, pinned = false, taken_by = null,
                    lease = null, leased_until = null, version = version + 1
                where case_id = :case and state <> 'CLOSED' and opened_at <= :at
                    and (:warned::timestamptz is null or opened_at > :warned)
                returning case_id, episode
            ), returned as (
                update hand_overs set state = 'RETURNED', answered_at = :at
                where case_id in (select case_id from closed) and state = 'OFFERED'
            ), ended as (
                update follow_ups set done_at = :at where case_id in (select case_id from closed) and done_at is null
            )
            insert into case_history (case_id, episode, at, who, what, detail)
            select case_id, episode, :at, 'quanzu', :what, :detail from closed""";

    private static final String END_FOLLOW_UPS = """
            update follow_ups set done_at = ? where case_id = ? and done_at is null""";

    private final JdbcTemplate jdbc;
    private final RuleSets ruleSets;

    JdbcCaseIntake(DataSource database, RuleSets ruleSets) {
        jdbc = new JdbcTemplate(database);
        this.ruleSets = ruleSets;
    }

    @Override
    public void merge(String from, String into, Instant when) {
        String caseId = Assessment.caseOf(from);
        close(caseId, null, when, "MERGED", Assessment.caseOf(into));
        JdbcEpisodes.merge(jdbc, caseId, Timestamp.from(when));
    }

    @Override
    public void separate(String personId, @Nullable Instant warnedAt, Instant when) {
        String caseId = Assessment.caseOf(personId);
        if (close(caseId, warnedAt, when, "SEPARATED", null)) {
            JdbcEpisodes.merge(jdbc, caseId, Timestamp.from(when));
        }
    }

    private boolean close(
            String caseId, @Nullable Instant warnedAt, Instant when, String what, @Nullable String detail) {
        return JdbcClient.create(jdbc)
                        .sql(CLOSE)
                        .param("case", caseId)
                        .param("at", Timestamp.from(when))
                        .param("warned", timestamp(warnedAt), Types.TIMESTAMP)
                        .param("what", what)
                        .param("detail", detail, Types.VARCHAR)
                        .update()
                > 0;
    }

    @Override
    public void take(List<Warning> warnings) {
        RuleSet rules = ruleSets.current();
        Set<String> ids = new HashSet<>();
        warnings.forEach(warning -> ids.add(warning.caseId()));
        Map<String, CaseRow> known = read(ids);
        Map<String, CaseRow> rows = new LinkedHashMap<>();
        for (Warning warning : warnings) {
            CaseRow row = known.computeIfAbsent(warning.caseId(), id -> new CaseRow(id, warning.personId()));
            if (row.take(warning)) {
                rows.put(row.caseId, row);
            }
        }
        write(rows.values(), rules);
    }

    private void write(Collection<CaseRow> rows, RuleSet rules) {
        jdbc.batchUpdate(WRITE, rows.stream().map(row -> values(row, rules)).toList());
        JdbcEpisodes.write(jdbc, rows);
        List<Object[]> history = rows.stream()
                .flatMap(row -> row.changes().stream().map(change -> new Object[] {
                    row.caseId, row.episode, Timestamp.from(change.at()), change.what(), change.detail()
                }))
                .toList();
        jdbc.batchUpdate(REMEMBER, history);
        rows.stream()
                .filter(CaseRow::hasOpenedAgain)
                .forEach(row -> jdbc.update(END_FOLLOW_UPS, Timestamp.from(row.openedAt), row.caseId));
    }

    private Map<String, CaseRow> read(Set<String> ids) {
        Map<String, CaseRow> rows = new LinkedHashMap<>();
        jdbc.query(
                READ,
                row -> {
                    rows.put(row.getString("case_id"), row(row));
                },
                (Object) ids.toArray(new String[0]));
        return rows;
    }

    private static CaseRow row(ResultSet row) throws SQLException {
        CaseRow read = new CaseRow(row.getString("case_id"), row.getString("person_id"));
        read.state = row.getString("state");
        read.episode = row.getInt("episode");
        read.level = row.getString("level");
        read.levelRank = row.getInt("level_rank");
        read.family = row.getString("family");
        read.score = row.getInt("score");
        read.amountAtRisk = row.getBigDecimal("amount_at_risk");
        read.averted = row.getBigDecimal("averted");
        read.stoppedLast = row.getBigDecimal("stopped_last");
        read.stopped = row.getBigDecimal("stopped");
        read.why = new Text(row.getString("why_en"), row.getString("why_zh"));
        read.unit = row.getString("unit");
        read.openedAt = row.getTimestamp("opened_at").toInstant();
        read.firstEventAt = row.getTimestamp("first_event_at").toInstant();
        read.lastEventAt = row.getTimestamp("last_event_at").toInstant();
        read.assessments = row.getInt("assessments");
        read.late = row.getBoolean("late");
        read.liveCallAt = instant(row, "live_call_at");
        read.attemptedAt = instant(row, "attempted_at");
        read.vulnerable = row.getBoolean("vulnerable");
        read.busy = row.getInt("busy");
        read.escalations = row.getInt("escalations");
        read.dueAt = row.getTimestamp("due_at").toInstant();
        read.readyAt = row.getTimestamp("ready_at").toInstant();
        read.version = row.getInt("version");
        read.lastSeq = row.getLong("last_seq");
        read.closedAt = instant(row, "closed_at");
        return read;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private static Object[] values(CaseRow row, RuleSet rules) {
        int points = row.points(rules.practice().priorities());
        return new Object[] {
            row.caseId,
            row.personId,
            row.state,
            row.episode,
            row.level,
            row.levelRank,
            row.family,
            row.score,
            row.amountAtRisk,
            row.why.en(),
            row.why.zh(),
            row.unit,
            Timestamp.from(row.openedAt),
            Timestamp.from(row.firstEventAt),
            Timestamp.from(row.lastEventAt),
            row.lastReceivedAt.atOffset(ZoneOffset.UTC).toLocalDate(),
            row.assessments,
            row.late,
            timestamp(row.liveCallAt),
            timestamp(row.attemptedAt),
            row.vulnerable,
            row.busy,
            row.escalations,
            Timestamp.from(row.dueAt),
            Timestamp.from(row.readyAt),
            timestamp(row.closedAt),
            points,
            rules.practice().priorities().urgency(points, row.openedAt.toEpochMilli()),
            row.averted,
            row.nextVersion(),
            row.lastSeq
        };
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }
}

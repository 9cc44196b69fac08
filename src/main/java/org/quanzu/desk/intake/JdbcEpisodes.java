package org.quanzu.desk.intake;

import java.sql.Timestamp;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;

/** Remembers what each episode of a case was warned of and by which rules; what was ever found is never taken back. */
final class JdbcEpisodes {
    private static final String WRITE = """
            insert into warned_episodes as known (case_id, episode, person_id, opened_at, warned_at, changed_at, level, level_rank,
                family, rule_set, rules, experimental)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (case_id, episode) do update set
                warned_at = excluded.warned_at, changed_at = greatest(known.changed_at, excluded.changed_at),
                level = case when excluded.level_rank < known.level_rank then known.level else excluded.level end,
                family = case when excluded.level_rank < known.level_rank then known.family else excluded.family end,
                level_rank = greatest(known.level_rank, excluded.level_rank),
                rule_set = coalesce(nullif(excluded.rule_set, ''), known.rule_set),
                rules = case when known.rules @> excluded.rules then known.rules
                    else array(select distinct unnest(known.rules || excluded.rules) order by 1) end,
                experimental = case when known.experimental @> excluded.experimental then known.experimental
                    else array(select distinct unnest(known.experimental || excluded.experimental) order by 1) end""";
    private static final String MERGE =
            "update warned_episodes set merged = true, changed_at = ? where case_id = ? and verdict is null";

    private JdbcEpisodes() {}

    static void write(JdbcTemplate jdbc, Collection<CaseRow> rows) {
        jdbc.batchUpdate(WRITE, rows.stream().map(JdbcEpisodes::values).toList());
    }

    private static Object[] values(CaseRow row) {
        Timestamp warnedAt = Timestamp.from(row.lastReceivedAt);
        return new Object[] {
            row.caseId,
            row.episode,
            row.personId,
            Timestamp.from(row.openedAt),
            warnedAt,
            warnedAt,
            row.level,
            row.levelRank,
            row.family,
            row.warned.ruleSet(),
            row.warned.rules(),
            row.warned.experimental()
        };
    }

    /** What was found about a person who is another one is that one's now; only what was judged before still counts. */
    static void merge(JdbcTemplate jdbc, String caseId, Timestamp at) {
        jdbc.update(MERGE, at, caseId);
    }
}

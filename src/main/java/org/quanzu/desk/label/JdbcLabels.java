package org.quanzu.desk.label;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.Case;
import org.quanzu.desk.label.Label.Name;
import org.quanzu.desk.label.Label.Origin;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Labels and episodes in PostgreSQL. */
final class JdbcLabels implements Labels {
    /** As long as a warning is valid, and as long as calls and messages are remembered before it. */
    private static final Duration NEAR = Duration.ofDays(7);

    private static final String KEEP = """
            insert into labels (origin, source, reference, person_id, case_id, episode, verdict, finding, family, at)
            values (:origin, :source, :reference, :person, :case, :episode, :verdict, :finding, :family, :at)
            on conflict (origin, source, reference) do update set person_id = excluded.person_id,
                case_id = excluded.case_id, episode = excluded.episode, verdict = excluded.verdict,
                finding = excluded.finding, family = excluded.family, at = excluded.at""";

    private static final String OPEN = """
            insert into warned_episodes (case_id, episode, person_id, opened_at, warned_at, changed_at, level, level_rank, family,
                rule_set, rules, experimental)
            values (:case, :episode, :person, :opened, :opened, :opened, :level, :rank, :family, '', '{}', '{}')
            on conflict do nothing""";

    private static final String AT = """
            select case_id, episode from warned_episodes
            where person_id in (select cast(:person as text) union
                    select person_id from persons where merged_into = :person)
                and not merged and opened_at <= :until and warned_at >= :since
            order by opened_at <= :time desc, abs(extract(epoch from opened_at - cast(:time as timestamptz))), episode desc limit 1""";

    private static final String RECEIVED = """
            select max(e.received_at) from event_keys k
            join events e on e.day = k.day and e.person_id = k.person_id and e.seq = k.seq
            where k.source = :source and k.event_id = any (:ids)""";

    private static final String JUDGE = """
            update warned_episodes set verdict = :verdict, disputed = :disputed, family_found = :family, labelled_at = :labelled,
                alone = :alone, sole = :sole, recheck = :recheck, changed_at = greatest(changed_at, :at)
            where case_id = :case and episode = :episode""";

    private static final String[] NONE = {};

    private final JdbcClient jdbc;

    JdbcLabels(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    @Override
    public List<Label> of(Episode.Key episode) {
        return jdbc.sql("select * from labels where case_id = :case and episode = :episode order by at, reference")
                .param("case", episode.caseId())
                .param("episode", episode.number())
                .query((row, i) -> label(row))
                .list();
    }

    @Override
    public Optional<Label> find(Name name) {
        return jdbc.sql("select * from labels where origin = ? and source = ? and reference = ?")
                .params(name.origin().name(), name.source(), name.reference())
                .query((row, i) -> label(row))
                .optional();
    }

    private static Label label(ResultSet row) throws SQLException {
        String caseId = row.getString("case_id");
        Origin origin = Origin.valueOf(row.getString("origin"));
        return new Label(
                new Name(origin, row.getString("source"), row.getString("reference")),
                row.getString("person_id"),
                caseId == null ? null : new Episode.Key(caseId, row.getInt("episode")),
                Verdict.valueOf(row.getString("verdict")),
                row.getString("finding"),
                row.getString("family"),
                row.getTimestamp("at").toInstant());
    }

    @Override
    public void keep(Label label) {
        Episode.Key episode = label.episode();
        jdbc.sql(KEEP)
                .param("origin", label.name().origin().name())
                .param("source", label.name().source())
                .param("reference", label.name().reference())
                .param("person", label.personId())
                .param("case", episode == null ? null : episode.caseId())
                .param("episode", episode == null ? null : episode.number())
                .param("verdict", label.verdict().name())
                .param("finding", label.finding())
                .param("family", label.family())
                .param("at", Timestamp.from(label.at()))
                .update();
    }

    @Override
    public void drop(Name name) {
        jdbc.sql("delete from labels where origin = ? and source = ? and reference = ?")
                .params(name.origin().name(), name.source(), name.reference())
                .update();
    }

    @Override
    public Episode present(Case subject) {
        jdbc.sql(OPEN)
                .param("case", subject.caseId())
                .param("episode", subject.episode())
                .param("person", subject.personId())
                .param("opened", Timestamp.from(subject.openedAt()))
                .param("level", subject.level())
                .param("rank", subject.levelRank())
                .param("family", subject.family())
                .update();
        return find(new Episode.Key(subject.caseId(), subject.episode()));
    }

    @Override
    public Episode find(Episode.Key key) {
        return jdbc.sql("select rules from warned_episodes where case_id = ? and episode = ?")
                .params(key.caseId(), key.number())
                .query((row, i) -> new Episode(
                        key, List.of((String[]) row.getArray("rules").getArray())))
                .single();
    }

    @Override
    public Optional<Episode.Key> at(String personId, Instant time) {
        return jdbc.sql(AT)
                .param("person", personId)
                .param("time", Timestamp.from(time))
                .param("until", Timestamp.from(time.plus(NEAR)))
                .param("since", Timestamp.from(time.minus(NEAR)))
                .query((row, i) -> new Episode.Key(row.getString("case_id"), row.getInt("episode")))
                .optional();
    }

    @Override
    public Optional<Instant> received(String source, List<String> eventIds) {
        return jdbc.sql(RECEIVED)
                .param("source", source)
                .param("ids", eventIds.toArray(String[]::new))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    @Override
    public void judge(Episode.Key episode, @Nullable Judgement judgement, Instant at) {
        Opinion opinion = judgement == null ? null : judgement.opinion();
        jdbc.sql(JUDGE)
                .param("case", episode.caseId())
                .param("episode", episode.number())
                .param("verdict", opinion == null ? null : opinion.verdict().name())
                .param("disputed", opinion != null && opinion.disputed())
                .param("family", opinion == null ? null : opinion.family())
                .param("labelled", opinion == null ? null : Timestamp.from(opinion.at()))
                .param(
                        "alone",
                        judgement == null ? NONE : judgement.voices().alone().toArray(String[]::new))
                .param("sole", judgement == null ? null : judgement.voices().sole())
                .param("recheck", judgement != null && judgement.recheck())
                .param("at", Timestamp.from(at))
                .update();
    }
}

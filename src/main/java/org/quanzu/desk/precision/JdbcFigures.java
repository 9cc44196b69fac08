package org.quanzu.desk.precision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.label.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures from the episodes as counted by day. */
final class JdbcFigures implements Figures {
    private static final String RULES = """
            select rule, max(warned_at) as warned_at, coalesce(sum(alone) filter (where day >= :from), 0) as alone,
                coalesce(sum(caught) filter (where day >= :from), 0) as caught,
                coalesce(sum(scams) filter (where day >= :from), 0) as scams,
                coalesce(sum(ordinary) filter (where day >= :from), 0) as ordinary,
                coalesce(sum(unknown) filter (where day >= :from), 0) as unknown,
                coalesce(sum(open) filter (where day >= :from), 0) as open,
                coalesce(sum(scams) filter (where day < :from), 0) as scams_before,
                coalesce(sum(ordinary) filter (where day < :from), 0) as ordinary_before,
                coalesce(sum(unknown) filter (where day < :from), 0) as unknown_before,
                coalesce(sum(open) filter (where day < :from), 0) as open_before
            from rule_days where day between :before and :to group by rule order by rule""";

    private static final String EPISODES = """
            select level, family, verdict, disputed, family_found,
                coalesce(sum(episodes) filter (where day >= :from), 0) as present,
                coalesce(sum(episodes) filter (where day < :from), 0) as past
            from episode_days where day between :before and :to
            group by level, family, verdict, disputed, family_found""";

    private static final String UNWARNED = """
            select count(*) from labels where case_id is null and verdict = 'SCAM'
                and cast(at at time zone :zone as date) between :from and :to""";

    private static final String JUDGED = """
            select case_id, episode, level, family, family_found, verdict, disputed, rule_set, labelled_at from warned_episodes
            where labelled_at is not null and %s order by labelled_at desc limit :most""";

    private final JdbcClient jdbc;
    private final JdbcDays days;
    private final Clock clock;

    JdbcFigures(DataSource database, JdbcDays days, Clock clock) {
        jdbc = JdbcClient.create(database);
        this.days = days;
        this.clock = clock;
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), days.zone());
    }

    @Override
    public Counts of(Period period) {
        days.count(clock.instant());
        return new Counts(rules(period), episodes(period), unwarned(period));
    }

    private List<OfRule> rules(Period period) {
        return jdbc.sql(RULES)
                .param("before", period.before().from())
                .param("from", period.from())
                .param("to", period.to())
                .query((row, i) -> ofRule(row))
                .list();
    }

    private static OfRule ofRule(ResultSet row) throws SQLException {
        return new OfRule(
                row.getString("rule"),
                tally(row, ""),
                tally(row, "_before"),
                row.getInt("alone"),
                row.getInt("caught"),
                row.getTimestamp("warned_at").toInstant());
    }

    private static Tally tally(ResultSet row, String when) throws SQLException {
        return new Tally(
                row.getInt("scams" + when),
                row.getInt("ordinary" + when),
                row.getInt("unknown" + when),
                row.getInt("open" + when));
    }

    private List<OfEpisodes> episodes(Period period) {
        return jdbc.sql(EPISODES)
                .param("before", period.before().from())
                .param("from", period.from())
                .param("to", period.to())
                .query((row, i) -> new OfEpisodes(
                        row.getString("level"),
                        row.getString("family"),
                        verdict(row),
                        row.getBoolean("disputed"),
                        row.getString("family_found"),
                        row.getInt("present"),
                        row.getInt("past")))
                .list();
    }

    private static @Nullable Verdict verdict(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        return verdict == null ? null : Verdict.valueOf(verdict);
    }

    private int unwarned(Period period) {
        return jdbc.sql(UNWARNED)
                .param("zone", days.zone().getId())
                .param("from", period.from())
                .param("to", period.to())
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Judged> ofRule(String rule, int most) {
        return jdbc.sql(String.format(
                        Locale.ROOT,
                        JUDGED,
                        "(rules @> array[cast(:rule as text)] or experimental @> array[cast(:rule as text)])"))
                .param("rule", rule)
                .param("most", most)
                .query((row, i) -> judged(row))
                .list();
    }

    @Override
    public List<Judged> disputed(int most) {
        return jdbc.sql(String.format(Locale.ROOT, JUDGED, "disputed"))
                .param("most", most)
                .query((row, i) -> judged(row))
                .list();
    }

    @Override
    public List<Judged> toRecheck(int most) {
        return jdbc.sql(String.format(Locale.ROOT, JUDGED, "recheck"))
                .param("most", most)
                .query((row, i) -> judged(row))
                .list();
    }

    private static Judged judged(ResultSet row) throws SQLException {
        return new Judged(
                row.getString("case_id"),
                row.getInt("episode"),
                row.getString("level"),
                row.getString("family"),
                row.getString("family_found"),
                Verdict.valueOf(row.getString("verdict")),
                row.getBoolean("disputed"),
                row.getString("rule_set"),
                row.getTimestamp("labelled_at").toInstant());
    }
}

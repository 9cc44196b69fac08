package org.quanzu.desk.board;

import java.sql.Timestamp;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.quanzu.desk.board.Figures.Answered;
import org.quanzu.desk.board.Figures.Averted;
import org.quanzu.desk.board.Figures.Tries;
import org.quanzu.desk.board.Figures.Worker;
import org.quanzu.desk.contact.Contact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Figures counted in PostgreSQL. */
final class JdbcBoard implements Board {
    /** A day's work is counted in memory rather than in files, by plans for that day rather than for any. */
    private static final String FOR_MANY_ROWS = """
            select set_config('work_mem', '32MB', true), set_config('plan_cache_mode', 'force_custom_plan', true)""";

    private static final String AT_WORK = """
            select taken_by, case_id, level, family, unit, leased_until, coalesce(
                (select at from case_history line where line.case_id = cases.case_id
                    and what in ('TAKEN', 'OFFER_ACCEPTED') order by id desc limit 1), opened_at) as since
            from cases where state = 'TAKEN' order by since, case_id""";

    /** A case that moves on because nobody is there has missed no deadline; its line says so after the two units. */
    private static final String LINES = """
            select what, case when what = 'ESCALATED' then split_part(detail, ' ', 1) else who end as name, count(*)
            from case_history where at >= :from and at < :to and (what in ('TAKEN', 'OFFER_ACCEPTED')
                or what = 'ESCALATED' and split_part(detail, ' ', 3) in ('', 'OVERDUE'))
            group by 1, 2""";

    private static final String TRIES = """
            select operator, contact, count(*) from attempts where at >= :from and at < :to group by 1, 2""";

    private static final String PEOPLE = """
            select count(*) as tried, count(*) filter (where reached) as reached from (
                select bool_or(reaches_somebody(contact)) as reached from attempts
                where at >= :from and at < :to group by case_id) as person""";

    private static final String FINDINGS = """
            select operator, finding, count(*) from outcomes where at >= :from and at < :to group by 1, 2""";

    private static final String AVERTED = """
            with latest as (
                select case_id, episode,
                    (array_agg(averted_stopped order by outcome_id desc) filter (where averted_stopped > 0))[1] as stopped,
                    (array_agg(averted_attempted order by outcome_id desc) filter (where averted_attempted > 0))[1] as attempted,
                    (array_agg(averted_balance order by outcome_id desc) filter (where averted_balance > 0))[1] as balance
                from outcomes where at >= :from and at < :to
                    and (averted_stopped > 0 or averted_attempted > 0 or averted_balance > 0)
                group by case_id, episode)
            select coalesce(sum(stopped) filter (where not coalesce(was_stopped, false)), 0),
                coalesce(sum(attempted) filter (where not coalesce(was_attempted, false)), 0),
                coalesce(sum(balance) filter (where not coalesce(was_balance, false)), 0)
            from latest left join lateral (
                select bool_or(averted_stopped > 0), bool_or(averted_attempted > 0), bool_or(averted_balance > 0)
                from outcomes where case_id = latest.case_id and episode = latest.episode and at < :from)
                as before (was_stopped, was_attempted, was_balance) on true""";

    private static final String ANSWERED = """
            select count(*) filter (where state = 'ACCEPTED'), count(*) filter (where state = 'RETURNED')
            from hand_overs where answered_at >= :from and answered_at < :to""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    JdbcBoard(DataSource database) {
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        transaction.setReadOnly(true);
    }

    @Override
    public List<AtWork> atWork() {
        return jdbc.sql(AT_WORK)
                .query((row, i) -> new AtWork(
                        row.getString("taken_by"),
                        row.getString("case_id"),
                        row.getString("level"),
                        row.getString("family"),
                        row.getString("unit"),
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("leased_until").toInstant()))
                .list();
    }

    @Override
    public List<OpenOffer> openOffers() {
        return jdbc.sql("""
                        select case_id, from_user, coalesce(to_user, to_unit) as receiver, at from hand_overs
                        where state = 'OFFERED' order by at, hand_over_id""")
                .query((row, i) -> new OpenOffer(
                        row.getString("case_id"),
                        row.getString("from_user"),
                        row.getString("receiver"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    @Override
    public Figures figures(Span span) {
        return Objects.requireNonNull(transaction.execute(begun -> {
            jdbc.sql(FOR_MANY_ROWS).query((row, i) -> i).single();
            return count(span);
        }));
    }

    private Figures count(Span span) {
        JdbcEpisodes episodes = JdbcEpisodes.of(jdbc, span);
        Work work = new Work();
        Map<String, Integer> breaches = lines(span, work);
        Tries tries = tries(span, work);
        return new Figures(
                episodes.opened(),
                episodes.responses(),
                breaches,
                tries,
                findings(span, work),
                averted(span),
                answered(span),
                work.workers());
    }

    private StatementSpec in(Span span, String sql) {
        return jdbc.sql(sql).param("from", Timestamp.from(span.from())).param("to", Timestamp.from(span.to()));
    }

    private Map<String, Integer> lines(Span span, Work work) {
        Map<String, Integer> breaches = new HashMap<>();
        in(span, LINES).query(row -> {
            Map<String, Integer> counts = row.getString("what").equals("ESCALATED") ? breaches : work.takes;
            counts.merge(row.getString("name"), row.getInt("count"), Integer::sum);
        });
        return breaches;
    }

    private Tries tries(Span span, Work work) {
        Map<String, Integer> byContact = new HashMap<>();
        in(span, TRIES).query(row -> {
            work.tries.merge(row.getString("operator"), row.getInt("count"), Integer::sum);
            byContact.merge(row.getString("contact"), row.getInt("count"), Integer::sum);
        });
        int reaching = Arrays.stream(Contact.values())
                .filter(Contact::reachedSomebody)
                .mapToInt(contact -> byContact.getOrDefault(contact.name(), 0))
                .sum();
        return in(span, PEOPLE)
                .query((row, i) -> new Tries(byContact, reaching, row.getInt("tried"), row.getInt("reached")))
                .single();
    }

    private Map<String, Integer> findings(Span span, Work work) {
        Map<String, Integer> findings = new HashMap<>();
        in(span, FINDINGS).query(row -> {
            work.outcomes.merge(row.getString("operator"), row.getInt("count"), Integer::sum);
            findings.merge(row.getString("finding"), row.getInt("count"), Integer::sum);
        });
        return findings;
    }

    private Averted averted(Span span) {
        return in(span, AVERTED)
                .query((row, i) -> new Averted(row.getBigDecimal(1), row.getBigDecimal(2), row.getBigDecimal(3)))
                .single();
    }

    private Answered answered(Span span) {
        return in(span, ANSWERED)
                .query((row, i) -> new Answered(row.getInt(1), row.getInt(2)))
                .single();
    }

    /** What operators did, counted by name. */
    private static final class Work {
        private final Map<String, Integer> takes = new HashMap<>();
        private final Map<String, Integer> tries = new HashMap<>();
        private final Map<String, Integer> outcomes = new HashMap<>();

        List<Worker> workers() {
            TreeSet<String> names = new TreeSet<>(takes.keySet());
            names.addAll(tries.keySet());
            names.addAll(outcomes.keySet());
            return names.stream()
                    .map(name -> new Worker(
                            name,
                            takes.getOrDefault(name, 0),
                            tries.getOrDefault(name, 0),
                            outcomes.getOrDefault(name, 0)))
                    .toList();
        }
    }
}

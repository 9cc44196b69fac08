package org.quanzu.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import javax.sql.DataSource;
import org.quanzu.desk.precision.Figures;
import org.quanzu.desk.precision.Period;
import org.quanzu.platform.RunningQuanzu;
import org.quanzu.testkit.OpenCases;
import org.springframework.jdbc.core.JdbcTemplate;

/** The page of the rules from 200,000 judged episodes of a year in which 350 rules spoke: at first, later, after changes. */
final class RulesPageBenchmark {
    private static final String PASSWORD = "an administrator's password";
    private static final String EPISODES = """
            insert into warned_episodes (case_id, episode, person_id, opened_at, warned_at, changed_at, level, level_rank, family,
                rule_set, rules, experimental, verdict, labelled_at, alone)
            select 'c-' || i, 1, 'p-' || i, at, at, at, (array['RED', 'ORANGE', 'YELLOW'])[1 + i % 3], 4 - i % 3,
                (array['loan', 'order_brushing', 'fake_logistics'])[1 + i % 3], 'v1',
                (select array_agg(distinct 'LOAN-' || lpad((power(random(), 2) * 200)::int::text, 3, '0'))
                    from generate_series(1, 2 + i % 9)), '{}',
                (array['SCAM', 'ORDINARY', 'UNKNOWN'])[1 + i % 3], at, '{}'
            from (select i, now() - random() * interval '365 days' as at from generate_series(1, 200000) as i) as made""";

    private RulesPageBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path data = Files.createTempDirectory("quanzu");
        try (RunningQuanzu quanzu = RunningQuanzu.on(data, "--quanzu.admin-password=" + PASSWORD)) {
            JdbcTemplate jdbc = new JdbcTemplate(quanzu.context().getBean(DataSource.class));
            fill(jdbc);
            Figures figures = quanzu.context().getBean(Figures.class);
            time("counted for the first time", () -> figures.of(Period.of(365, figures.today())));
            jdbc.execute("vacuum analyze rule_days");
            jdbc.execute("vacuum analyze episode_days");
            for (int days : new int[] {90, 365}) {
                median("the figures of " + days + " days", () -> figures.of(Period.of(days, figures.today())));
            }
            browse(quanzu, jdbc);
            time("the latest of a frequent rule", () -> figures.ofRule("LOAN-001", 20));
            time("the latest of no rule", () -> figures.ofRule("LOAN-999", 20));
        }
    }

    private static void fill(JdbcTemplate jdbc) {
        new OpenCases(jdbc.getDataSource(), Instant.parse("2026-03-02T05:00:00Z")).open(1, 200_000, "RED", "DESK");
        jdbc.update("delete from warned_episodes");
        jdbc.update(EPISODES);
        jdbc.execute("vacuum analyze warned_episodes");
    }

    private static void browse(RunningQuanzu quanzu, JdbcTemplate jdbc) {
        int port = quanzu.context().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        Browser browser = new Browser(port, true);
        browser.signIn("admin", PASSWORD);
        for (int days : new int[] {90, 365}) {
            median("the page of " + days + " days", () -> browser.get("/console/rules?days=" + days));
        }
        jdbc.update("update warned_episodes set changed_at = now() where random() < 0.0015");
        time("365 days, 300 episodes changed", () -> browser.get("/console/rules?days=365"));
    }

    /** Of 40, after 40 to warm up. */
    private static void median(String what, Runnable work) {
        long[] nanos = new long[80];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            work.run();
            nanos[i] = System.nanoTime() - start;
        }
        long[] warm = Arrays.copyOfRange(nanos, nanos.length / 2, nanos.length);
        Arrays.sort(warm);
        System.out.printf(
                Locale.ROOT,
                "%s: median %.0f ms, least %.0f ms, most %.0f ms%n",
                what,
                warm[warm.length / 2] / 1e6,
                warm[0] / 1e6,
                warm[warm.length - 1] / 1e6);
    }

    private static void time(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        System.out.printf(Locale.ROOT, "%s: %.0f ms%n", what, (System.nanoTime() - start) / 1e6);
    }
}

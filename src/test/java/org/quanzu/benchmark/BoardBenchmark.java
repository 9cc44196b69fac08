package org.quanzu.benchmark;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.quanzu.desk.board.Board;
import org.quanzu.desk.board.Span;
import org.quanzu.testkit.DeskNode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The board of a desk with 100,000 open cases and, today and yesterday each, 200,000 lines of history and 200,000 tries. */
public final class BoardBenchmark {
    private static final int ROUNDS = 15;
    private static final String YARDSTICK = "select count(*) from generate_series(1, 5000000)";

    /** Every case opened yesterday and again today. */
    private static final String EPISODES = """
            insert into episodes (case_id, episode, opened_at, level, due_at)
            select case_id, :episode, at, level, at + case level when 'RED' then interval '3 minutes' else interval '4 hours' end
            from (select case_id, level, cast(:from as timestamptz) + substr(case_id, 3)::int * interval '0.46 seconds' as at
                from cases) as opening
            on conflict (case_id, episode) do update set opened_at = excluded.opened_at, due_at = excluded.due_at""";

    private static final String LINES = """
            insert into case_history (case_id, episode, at, who, what, detail)
            select 'c-' || (i / 2 + 1), :episode, cast(:from as timestamptz) + i * interval '0.23 seconds',
                case when i % 2 = 0 then 'quanzu' else 'operator-' || i % 64 end,
                case when i % 2 = 0 then 'OPENED' when i % 10 = 1 then 'ESCALATED' when i % 10 = 3 then 'ATTEMPTED'
                    else 'TAKEN' end,
                case when i % 2 = 0 then case when i % 5 < 2 then 'RED' else 'YELLOW' end
                    when i % 10 = 1 then 'DESK STATION' end
            from generate_series(0, 199999) as i""";
    private static final String TRIES = """
            insert into attempts (case_id, episode, channel, contact, operator, at)
            select 'c-' || (i % 80000 + 1), :episode, 'VOICE',
                (array['BUSY', 'NO_ANSWER', 'REACHED_PHONE', 'HUNG_UP', 'REACHED_KIN'])[i % 5 + 1],
                'operator-' || i % 64, cast(:from as timestamptz) + (i % 80000) * interval '0.46 seconds'
                    + abs(hashint4(i)) % 3000 * interval '1 second'
            from generate_series(0, 199999) as i""";
    private static final String OUTCOMES = """
            insert into outcomes (case_id, episode, contact, finding, averted_attempted, operator, at, closes)
            select 'c-' || (i % 40000 + 1), :episode, 'REACHED_PHONE',
                (array['SCAM_STOPPED_BEFORE_LOSS', 'BENIGN_VERIFIED', 'DENIES_UNVERIFIED'])[i % 3 + 1],
                case when i % 3 = 0 then 8600 end, 'operator-' || i % 64,
                cast(:from as timestamptz) + i * interval '0.9 seconds', true
            from generate_series(0, 49999) as i""";

    private BoardBenchmark() {}

    public static void main(String[] args) {
        Instant now = DeskNode.START;
        Span today = new Span(now.minus(Duration.ofHours(13)), now);
        Span yesterday = new Span(today.from().minus(Duration.ofDays(1)), now.minus(Duration.ofDays(1)));
        try (DeskNode node = new DeskNode()) {
            node.open.open(1, 60_000, "YELLOW", "DESK");
            node.open.open(60_001, 100_000, "RED", "STATION");
            node.open.spread();
            fill(JdbcClient.create(node.database), yesterday, 1);
            fill(JdbcClient.create(node.database), today, 2);
            Board board = node.part(Board.class);
            JdbcClient jdbc = JdbcClient.create(node.database);
            time(
                    "yardstick: count five million numbers",
                    () -> jdbc.sql(YARDSTICK).query(Long.class).single());
            time("open by level and unit", () -> node.queue().counts());
            time("what is refreshed every few seconds", () -> {
                node.queue().counts();
                board.atWork();
                board.openOffers();
            });
            time("figures of today", () -> board.figures(today));
            time("all of today", () -> {
                node.queue().counts();
                board.atWork();
                board.openOffers();
                board.figures(today);
            });
            time("all of today and yesterday", () -> {
                node.queue().counts();
                board.atWork();
                board.openOffers();
                board.figures(today);
                board.figures(yesterday);
            });
        }
    }

    private static void fill(JdbcClient jdbc, Span span, int episode) {
        for (String sql : List.of(EPISODES, LINES, TRIES, OUTCOMES)) {
            jdbc.sql(sql)
                    .param("from", Timestamp.from(span.from()))
                    .param("episode", episode)
                    .update();
        }
        jdbc.sql("vacuum analyze").update();
    }

    private static void time(String name, Runnable work) {
        long[] nanos = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long before = System.nanoTime();
            work.run();
            nanos[i] = System.nanoTime() - before;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.0f ms, p90 %.0f ms%n",
                name,
                nanos[ROUNDS / 2] / 1e6,
                nanos[ROUNDS * 9 / 10] / 1e6);
    }
}

package org.quanzu.console;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quanzu.console.board.BoardPage;
import org.quanzu.console.board.BoardPage.Outward;
import org.quanzu.console.board.BoardView;
import org.quanzu.desk.board.AtWork;
import org.quanzu.desk.board.Figures;
import org.quanzu.desk.board.Figures.Answered;
import org.quanzu.desk.board.Figures.Averted;
import org.quanzu.desk.board.Figures.Opened;
import org.quanzu.desk.board.Figures.Tries;
import org.quanzu.desk.board.Figures.Worker;
import org.quanzu.desk.board.OpenOffer;
import org.quanzu.desk.board.Response;
import org.quanzu.desk.board.Response.Pace;
import org.quanzu.desk.queue.Counts;

/** The board of a busy day, or of a desk where nothing has happened yet. */
public class InMemoryBoard implements BoardView {
    private static final Figures NOTHING = new Figures(
            List.of(),
            List.of(),
            Map.of(),
            new Tries(Map.of(), 0, 0, 0),
            Map.of(),
            new Averted(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO),
            new Answered(0, 0),
            List.of());
    private final Clock clock;
    private boolean busy = true;

    InMemoryBoard(Clock clock) {
        this.clock = clock;
    }

    final void busy(boolean isBusy) {
        busy = isBusy;
    }

    @Override
    public BoardPage now() {
        Instant now = clock.instant();
        return busy
                ? new BoardPage(now, counts(now), atWork(now), offers(now), new Outward(1, 2), today(now), before())
                : new BoardPage(now, new Counts(List.of()), List.of(), List.of(), new Outward(0, 0), NOTHING, NOTHING);
    }

    private static Counts counts(Instant now) {
        return new Counts(List.of(
                new Counts.Row("DESK", "RED", 2, 3, 1, 1, now.minusSeconds(700)),
                new Counts.Row("STATION", "RED", 1, 0, 0, 1, now.minusSeconds(4_000)),
                new Counts.Row("DESK", "ORANGE", 14, 2, 5, 0, now.minusSeconds(5_000)),
                new Counts.Row("COMMUNITY", "YELLOW", 211, 1, 40, 0, now.minusSeconds(90_000))));
    }

    private static List<AtWork> atWork(Instant now) {
        return List.of(
                new AtWork("li", "c-1", "RED", "loan", "DESK", now.minusSeconds(400), now.plusSeconds(200)),
                new AtWork(
                        InMemoryDesk.HOSTILE,
                        "c-2",
                        "RED",
                        "fake_logistics",
                        "DESK",
                        now.minusSeconds(95),
                        now.plusSeconds(500)));
    }

    private static List<OpenOffer> offers(Instant now) {
        return List.of(new OpenOffer("c-3", "li", "STATION", now.minusSeconds(1_300)));
    }

    private static Figures today(Instant now) {
        List<Opened> opened = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            Instant hour = now.minus(Duration.ofHours(i));
            opened.add(new Opened(hour, "RED", i % 3));
            opened.add(new Opened(hour, "ORANGE", (i * 5 + 2) % 7));
            opened.add(new Opened(hour, "YELLOW", (i * 7 + 3) % 17));
        }
        return new Figures(
                opened,
                List.of(
                        new Response("RED", 14, new Pace(13, 95, 260, 11, 14), new Pace(9, 340, 2_400, 3, 14)),
                        new Response("ORANGE", 44, new Pace(40, 420, 1_500, 36, 44), new Pace(31, 900, 9_000, 20, 44))),
                Map.of("DESK", 4, "COMMUNITY", 1),
                new Tries(
                        Map.of("REACHED_PHONE", 61, "BUSY", 24, "NO_ANSWER", 52, "HUNG_UP", 8, "REACHED_IN_PERSON", 3),
                        72,
                        97,
                        58),
                Map.of("SCAM_STOPPED_BEFORE_LOSS", 9, "BENIGN_VERIFIED", 41, "DENIES_UNVERIFIED", 3),
                new Averted(new BigDecimal("86000"), new BigDecimal("412300"), new BigDecimal("1900000")),
                new Answered(3, 1),
                List.of(new Worker("li", 31, 88, 27), new Worker("wang", 24, 60, 26)));
    }

    private static Figures before() {
        return new Figures(
                List.of(new Opened(Instant.EPOCH, "RED", 110)),
                List.of(new Response("RED", 12, new Pace(12, 110, 300, 9, 12), new Pace(8, 500, 3_000, 2, 12))),
                Map.of(),
                new Tries(Map.of("REACHED_PHONE", 70, "BUSY", 20, "NO_ANSWER", 51), 70, 88, 58),
                Map.of("BENIGN_VERIFIED", 38, "DUPLICATE", 2),
                new Averted(BigDecimal.ZERO, new BigDecimal("300000"), new BigDecimal("2100000")),
                new Answered(0, 1),
                List.of());
    }
}

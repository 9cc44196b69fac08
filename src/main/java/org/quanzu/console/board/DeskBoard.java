package org.quanzu.console.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.quanzu.console.Times;
import org.quanzu.console.board.BoardPage.Outward;
import org.quanzu.desk.board.Board;
import org.quanzu.desk.board.Figures;
import org.quanzu.desk.board.Span;
import org.quanzu.desk.queue.Queue;
import org.quanzu.outreach.Delivery.State;
import org.quanzu.outreach.Outbox;
import org.springframework.stereotype.Component;

/** The desk's board, counted once for all who look at the same time. */
@Component
class DeskBoard implements BoardView {
    /** Shorter than pages wait after they are told of a change, so that they never see the board of before it. */
    private static final Duration FRESH = Duration.ofSeconds(3);

    /** What a whole day brought changes little in a few seconds, and costs most. */
    private static final Duration SETTLED = Duration.ofSeconds(12);

    /** The day before does not change; only how much of it is compared does. */
    private static final int COMPARED_MINUTES = 5;

    private final Queue queue;
    private final Board board;
    private final Outbox outbox;
    private final Times times;
    private final Clock clock;

    private @Nullable BoardPage latest;
    private @Nullable Counted today;
    private @Nullable Counted compared;

    DeskBoard(Queue queue, Board board, Outbox outbox, Times times, Clock clock) {
        this.queue = queue;
        this.board = board;
        this.outbox = outbox;
        this.times = times;
        this.clock = clock;
    }

    private record Counted(Span span, Figures figures) {}

    @Override
    public synchronized BoardPage now() {
        Instant now = clock.instant();
        BoardPage known = latest;
        if (known == null || known.at().isAfter(now) || !known.at().plus(FRESH).isAfter(now)) {
            known = count(now);
            latest = known;
        }
        return known;
    }

    private BoardPage count(Instant now) {
        ZonedDateTime here = now.atZone(times.zone());
        Instant midnight = here.toLocalDate().atStartOfDay(times.zone()).toInstant();
        return new BoardPage(
                now,
                queue.counts(),
                board.atWork(),
                board.openOffers(),
                new Outward(outbox.count(State.DEAD), outbox.count(State.UNCERTAIN)),
                today(new Span(midnight, now)),
                before(here));
    }

    private Figures today(Span span) {
        Counted known = today;
        if (known == null
                || !known.span().from().equals(span.from())
                || known.span().to().isAfter(span.to())
                || !known.span().to().plus(SETTLED).isAfter(span.to())) {
            known = new Counted(span, board.figures(span));
            today = known;
        }
        return known.figures();
    }

    private Figures before(ZonedDateTime here) {
        ZonedDateTime then = here.minusDays(1).truncatedTo(ChronoUnit.MINUTES);
        Instant from = then.toLocalDate().atStartOfDay(times.zone()).toInstant();
        Instant to = then.minusMinutes(then.getMinute() % COMPARED_MINUTES).toInstant();
        Span span = new Span(from, to.isBefore(from) ? from : to);
        Counted known = compared;
        if (known == null || !known.span().equals(span)) {
            known = new Counted(span, board.figures(span));
            compared = known;
        }
        return known.figures();
    }
}

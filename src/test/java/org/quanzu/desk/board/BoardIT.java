package org.quanzu.desk.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quanzu.desk.Hold;
import org.quanzu.desk.board.Figures.Answered;
import org.quanzu.desk.board.Figures.Averted;
import org.quanzu.desk.board.Figures.Opened;
import org.quanzu.desk.board.Figures.Tries;
import org.quanzu.desk.board.Figures.Worker;
import org.quanzu.desk.board.Response.Pace;
import org.quanzu.desk.contact.Channel;
import org.quanzu.desk.contact.Contact;
import org.quanzu.desk.handover.HandOver;
import org.quanzu.desk.handover.HandOvers;
import org.quanzu.desk.handover.Receiver;
import org.quanzu.desk.watch.Housekeeping;
import org.quanzu.desk.work.Finding;
import org.quanzu.desk.work.Report;
import org.quanzu.desk.work.Report.Facts;
import org.quanzu.testkit.DeskNode;
import org.springframework.jdbc.core.simple.JdbcClient;

class BoardIT {
    private final DeskNode node = new DeskNode();
    private final Board board = node.part(Board.class);

    @AfterEach
    void stop() {
        node.close();
    }

    private Figures since(Instant from) {
        return board.figures(new Span(from, node.clock.instant().plusMillis(1)));
    }

    private Figures today() {
        return since(DeskNode.START);
    }

    private void minutes(int minutes) {
        node.clock.advance(Duration.ofMinutes(minutes));
    }

    private static Report report(Finding finding, @Nullable String stopped, @Nullable String attempted) {
        Report.Averted averted = new Report.Averted(
                stopped == null ? null : new BigDecimal(stopped),
                attempted == null ? null : new BigDecimal(attempted),
                null);
        return new Report(
                Contact.REACHED_PHONE,
                finding,
                new Facts(null, null, null, null, averted, List.of(), List.of(), List.of()),
                null);
    }

    private void conclude(Hold hold, Report report) {
        node.desk().conclude(hold, node.find(hold.caseId()).version(), report);
    }

    @Test
    void countsTriesAndPeopleApart() {
        node.open.open(1, 3, "RED", "DESK");
        Hold first = node.take("c-1", "li");
        Hold second = node.take("c-2", "wang");
        minutes(1);

        node.desk().attempt(first, Channel.VOICE, Contact.BUSY, null);
        node.desk().attempt(first, Channel.VOICE, Contact.REACHED_PHONE, null);
        node.desk().attempt(first, Channel.KIN, Contact.REACHED_KIN, null);
        node.desk().attempt(second, Channel.VOICE, Contact.BUSY, null);

        Figures figures = today();
        assertThat(figures.tries())
                .isEqualTo(new Tries(Map.of("BUSY", 2, "REACHED_PHONE", 1, "REACHED_KIN", 1), 2, 2, 1));
        assertThat(figures.tries().count()).isEqualTo(4);
        assertThat(figures.workers()).containsExactly(new Worker("li", 1, 3, 0), new Worker("wang", 1, 1, 0));
    }

    @Test
    void tellsHowSoonPeopleWereTriedAndReachedAgainstTheirDeadlines() {
        node.open.open(1, 5, "RED", "DESK");
        Hold first = node.take("c-1", "li");
        Hold second = node.take("c-2", "li");
        Hold third = node.take("c-3", "li");
        minutes(4);
        node.desk().attempt(first, Channel.VOICE, Contact.BUSY, null);
        node.desk().attempt(second, Channel.VOICE, Contact.REACHED_PHONE, null);
        minutes(5);
        node.desk().attempt(third, Channel.VOICE, Contact.NO_ANSWER, null);
        Response early = today().responses().get(0);
        minutes(11);
        node.part(Housekeeping.class).tick();
        node.desk().attempt(node.take("c-1", "li"), Channel.VOICE, Contact.REACHED_PHONE, null);

        Response late = today().responses().get(0);

        assertThat(early).isEqualTo(new Response("RED", 5, new Pace(3, 240, 540, 3, 3), new Pace(1, 240, 240, 1, 1)));
        assertThat(late).isEqualTo(new Response("RED", 5, new Pace(3, 240, 540, 3, 5), new Pace(2, 240, 1_200, 1, 5)));
    }

    @Test
    void leavesOutWhatHappenedAfterTheSpan() {
        node.open.open(1, "RED");
        Hold hold = node.take("c-1", "li");
        Instant before = node.clock.instant().plusSeconds(1);
        minutes(3);
        node.desk().attempt(hold, Channel.VOICE, Contact.REACHED_PHONE, null);

        Figures figures = board.figures(new Span(DeskNode.START, before));

        assertThat(figures.openedCases()).isEqualTo(1);
        assertThat(figures.responses().get(0).tried().count()).isZero();
        assertThat(figures.tries().count()).isZero();
        assertThat(since(before).openedCases()).isZero();
    }

    @Test
    void countsCasesOpenedByQuarterAndLevelAndAgain() {
        node.open.open(1, 2, "RED", "DESK");
        node.open.open(3, "YELLOW");
        node.open.set("c-3", "opened_at", DeskNode.START.plusSeconds(3_700));
        node.open.set("c-3", "episode", 2);
        minutes(90);

        assertThat(today().opened())
                .containsExactlyInAnyOrder(
                        new Opened(DeskNode.START, "RED", 2),
                        new Opened(DeskNode.START, "YELLOW", 1),
                        new Opened(DeskNode.START.plusSeconds(3_600), "YELLOW", 1));
    }

    @Test
    void countsAvertedMoneyOncePerEpisodeAndKind() {
        node.open.open(1, 2, "RED", "DESK");
        conclude(node.take("c-1", "li"), report(Finding.DENIES_UNVERIFIED, "500", null));
        minutes(1);
        conclude(node.take("c-1", "li"), report(Finding.SCAM_STOPPED_BEFORE_LOSS, "700", "8600"));
        Instant tomorrow = node.clock.instant().plusSeconds(1);
        Figures today = today();
        minutes(60 * 24 * 8);
        node.part(Housekeeping.class).tick();
        conclude(node.take("c-1", "wang"), report(Finding.SCAM_STOPPED_BEFORE_LOSS, "700", "8600"));
        conclude(node.take("c-2", "wang"), report(Finding.STOPPED_PARTIAL_LOSS, null, "100.50"));

        Figures later = since(tomorrow);

        assertThat(today.averted())
                .isEqualTo(new Averted(new BigDecimal("700"), new BigDecimal("8600"), BigDecimal.ZERO));
        assertThat(today.findings()).isEqualTo(Map.of("DENIES_UNVERIFIED", 1, "SCAM_STOPPED_BEFORE_LOSS", 1));
        assertThat(later.averted()).isEqualTo(new Averted(BigDecimal.ZERO, new BigDecimal("100.50"), BigDecimal.ZERO));
        assertThat(later.outcomes()).isEqualTo(2);
    }

    @Test
    void countsMissedDeadlinesByTheUnitThatMissedThem() {
        node.open.open(1, 2, "RED", "DESK");
        node.open.open(3, 3, "RED", "COMMUNITY");
        minutes(16);

        node.part(Housekeeping.class).tick();
        escalated("COMMUNITY DESK OVERDUE");
        escalated("COMMUNITY STATION NOBODY_ON_SHIFT DESK");

        assertThat(today().breaches()).isEqualTo(Map.of("DESK", 2, "COMMUNITY", 2));
        assertThat(today().missedDeadlines()).isEqualTo(4);
    }

    private void escalated(String detail) {
        JdbcClient.create(node.database)
                .sql("insert into case_history (case_id, episode, at, who, what, detail)"
                        + " values ('c-1', 1, ?, 'quanzu', 'ESCALATED', ?)")
                .param(Timestamp.from(node.clock.instant()))
                .param(detail)
                .update();
    }

    @Test
    void tellsWhoWorksOnWhatSinceWhen() {
        node.open.open(1, 2, "RED", "DESK");
        node.take("c-2", "wang");
        minutes(2);
        node.take("c-1", "li");
        minutes(2);
        node.take("c-2", "wang");

        List<AtWork> atWork = board.atWork();

        assertThat(atWork).extracting(AtWork::operator).containsExactly("wang", "li");
        assertThat(atWork)
                .extracting(AtWork::since)
                .containsExactly(DeskNode.START, DeskNode.START.plus(Duration.ofMinutes(2)));
    }

    @Test
    void tellsOfHandOversOpenAndAnswered() {
        node.open.open(1, 3, "RED", "DESK");
        HandOvers handOvers = node.part(HandOvers.class);
        handOvers.offer(node.take("c-1", "li"), Receiver.unit("STATION"), "out of town");
        HandOver accepted = handOvers.offer(node.take("c-2", "li"), Receiver.unit("STATION"), "out of town");
        HandOver returned = handOvers.offer(node.take("c-3", "li"), Receiver.unit("STATION"), "out of town");
        minutes(1);

        handOvers.accept(accepted.id(), "chen", Set.of("STATION"));
        handOvers.giveBack(returned.id(), "chen", Set.of("STATION"), "not ours");

        assertThat(board.openOffers()).containsExactly(new OpenOffer("c-1", "li", "STATION", DeskNode.START));
        assertThat(today().answered()).isEqualTo(new Answered(1, 1));
    }

    /** The database knows which contacts reach somebody; it must agree with the desk. */
    @ParameterizedTest
    @EnumSource(Contact.class)
    void agreesWithTheDeskOnWhoWasReached(Contact contact) {
        node.open.open(1, "RED");

        node.desk().attempt(node.take("c-1", "li"), Channel.VOICE, contact, null);

        int expected = contact.reachedSomebody() ? 1 : 0;
        assertThat(today().tries().peopleReached()).isEqualTo(expected);
        assertThat(today().tries().reaching()).isEqualTo(expected);
        assertThat(today().responses().get(0).reached().count()).isEqualTo(expected);
    }
}

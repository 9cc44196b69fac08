package org.quanzu.desk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.quanzu.desk.intake.CaseRow.Change;
import org.quanzu.desk.intake.Warning.PaymentTrace;
import org.quanzu.desk.intake.Warning.Spoken;
import org.quanzu.desk.intake.Warning.Trace;
import org.quanzu.scoring.Text;

class CaseRowTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final AtomicLong SEQ = new AtomicLong();
    private final CaseRow row = new CaseRow("c-1", "p-1");

    @Test
    void opensWithTheFirstWarning() {
        row.take(warning("ORANGE", 3, 60, NOON, null, PaymentTrace.NONE));

        assertThat(row.state).isEqualTo("QUEUED");
        assertThat(row.episode).isEqualTo(1);
        assertThat(row.dueAt).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
        assertThat(row.changes()).extracting(Change::what).containsExactly("OPENED");
    }

    @Test
    void risesButNeverFallsWithinAnEpisode() {
        row.take(warning("ORANGE", 3, 60, NOON, null, PaymentTrace.NONE));
        row.take(warning("RED", 4, 85, NOON.plusSeconds(60), null, PaymentTrace.NONE));

        row.take(warning("YELLOW", 2, 40, NOON.plusSeconds(120), null, PaymentTrace.NONE));

        assertThat(row.level).isEqualTo("RED");
        assertThat(row.score).isEqualTo(85);
        assertThat(row.assessments).isEqualTo(3);
        assertThat(row.changes()).extracting(Change::what).containsExactly("OPENED", "RISEN");
    }

    @Test
    void keepsTheEarliestDeadline() {
        row.take(warning("ORANGE", 3, 60, NOON, null, PaymentTrace.NONE));

        row.take(warning("RED", 4, 85, NOON.plusSeconds(1200), null, PaymentTrace.NONE));

        assertThat(row.dueAt).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
    }

    @Test
    void opensAgainForANewPaymentAndCountsIt() {
        row.take(warning("RED", 4, 85, NOON, null, PaymentTrace.PAID));
        close(NOON.plusSeconds(600));

        row.take(warning("ORANGE", 3, 60, NOON.plusSeconds(3600), null, PaymentTrace.ATTEMPTED));

        assertThat(row.state).isEqualTo("QUEUED");
        assertThat(row.episode).isEqualTo(2);
        assertThat(row.level).isEqualTo("ORANGE");
        assertThat(row.changes()).extracting(Change::what).containsExactly("OPENED", "REATTEMPT");
    }

    @Test
    void staysClosedWhileOldEvidenceEchoes() {
        row.take(warning("RED", 4, 85, NOON, null, PaymentTrace.PAID));
        close(NOON.plusSeconds(600));

        row.take(warning("RED", 4, 90, NOON.plusSeconds(3600), null, PaymentTrace.NONE));

        assertThat(row.state).isEqualTo("CLOSED");
        assertThat(row.episode).isEqualTo(1);
    }

    @Test
    void opensAgainForAHigherLevelAndAfterAWeek() {
        row.take(warning("ORANGE", 3, 60, NOON, null, PaymentTrace.NONE));
        close(NOON.plusSeconds(600));
        row.take(warning("RED", 4, 85, NOON.plusSeconds(3600), null, PaymentTrace.NONE));
        int afterRising = row.episode;
        close(NOON.plusSeconds(7200));

        row.take(warning("RED", 4, 85, NOON.plus(Duration.ofDays(8)), null, PaymentTrace.NONE));

        assertThat(afterRising).isEqualTo(2);
        assertThat(row.episode).isEqualTo(3);
    }

    @Test
    void comesBackFromWaitingWhenSomethingNewIsPaid() {
        row.take(warning("ORANGE", 3, 60, NOON, null, PaymentTrace.NONE));
        row.state = CaseRow.WAITING;
        row.take(warning("ORANGE", 3, 60, NOON.plusSeconds(60), null, PaymentTrace.NONE));
        String quiet = row.state;

        row.take(warning("ORANGE", 3, 60, NOON.plusSeconds(90), null, PaymentTrace.PAID));

        assertThat(quiet).isEqualTo("WAITING");
        assertThat(row.state).isEqualTo("QUEUED");
    }

    @Test
    void leavesACaseWithTheOperatorWhoHasIt() {
        row.take(warning("ORANGE", 3, 60, NOON, null, PaymentTrace.NONE));
        row.state = "TAKEN";

        row.take(warning("RED", 4, 85, NOON.plusSeconds(60), null, PaymentTrace.PAID));

        assertThat(row.state).isEqualTo("TAKEN");
        assertThat(row.level).isEqualTo("RED");
    }

    @Test
    void knowsWhetherACallOrAnAttemptIsUnderWay() {
        row.take(warning("RED", 4, 85, NOON, NOON, PaymentTrace.NONE));
        row.take(warning("RED", 4, 85, NOON.plusSeconds(60), NOON, PaymentTrace.ATTEMPTED));
        Instant live = row.liveCallAt;
        Instant attempted = row.attemptedAt;

        row.take(warning("RED", 4, 85, NOON.plusSeconds(90), null, PaymentTrace.SETTLED));

        assertThat(live).isEqualTo(NOON);
        assertThat(attempted).isEqualTo(NOON.plusSeconds(60));
        assertThat(row.liveCallAt).isNull();
        assertThat(row.attemptedAt).isNull();
    }

    @Test
    void countsMoneyThatWasStoppedBeforeNoMore() {
        row.take(paid("5000", "5000", NOON));
        close(NOON.plusSeconds(600));
        row.stoppedLast = new BigDecimal("5000");
        row.stopped = new BigDecimal("5000");

        row.take(paid("11000", "6000", NOON.plusSeconds(3600)));
        BigDecimal again = row.amountAtRisk;
        row.take(paid("13000", "2000", NOON.plusSeconds(3700)));

        assertThat(again).isEqualByComparingTo("6000");
        assertThat(row.amountAtRisk).isEqualByComparingTo("8000");
    }

    @Test
    void takesWhatTheBankReportedAsReturnedOffOnce() {
        row.take(paid("8000", "8000", NOON));
        close(NOON.plusSeconds(600));
        row.stoppedLast = new BigDecimal("5000");
        row.stopped = new BigDecimal("5000");

        row.take(paid("4000", "1000", NOON.plusSeconds(3600)));

        assertThat(row.amountAtRisk).isEqualByComparingTo("4000");
    }

    @Test
    void countsTheNewPaymentWhateverWasStopped() {
        row.take(paid("5000", "5000", NOON));
        close(NOON.plusSeconds(600));
        row.stoppedLast = new BigDecimal("90000");
        row.stopped = new BigDecimal("90000");

        row.take(paid("11000", "6000", NOON.plusSeconds(3600)));

        assertThat(row.amountAtRisk).isEqualByComparingTo("6000");
    }

    @Test
    void changesNothingWhenTheSameWarningComesTwice() {
        Warning warning = warning("RED", 4, 85, NOON, null, PaymentTrace.PAID);
        row.take(warning);

        boolean again = row.take(warning);

        assertThat(again).isFalse();
        assertThat(row.assessments).isEqualTo(1);
    }

    @Test
    void takesUpWhatWasSetAsideThoughLaterOnesAreIn() {
        Warning early = warning("RED", 4, 85, NOON, null, PaymentTrace.PAID);
        Warning aside = new Warning(
                new Warning.Place(early.place().seq(), true),
                early.caseId(),
                early.personId(),
                early.level(),
                early.levelRank(),
                early.family(),
                early.score(),
                early.amountAtRisk(),
                early.why(),
                early.unit(),
                early.receivedAt(),
                early.eventAt(),
                early.dueAt(),
                false,
                early.trace(),
                early.spoken());
        row.take(warning("ORANGE", 3, 60, NOON.plusSeconds(5), null, PaymentTrace.NONE));

        assertThat(row.take(aside)).isTrue();
        assertThat(row.level).isEqualTo("RED");
    }

    private static Warning paid(String atRisk, String paid, Instant at) {
        return warning(at, new BigDecimal(atRisk), new Trace(null, PaymentTrace.PAID, new BigDecimal(paid)));
    }

    private static Warning warning(Instant at, BigDecimal atRisk, Trace trace) {
        Warning like = warning("RED", 4, 85, at, null, PaymentTrace.PAID);
        return new Warning(
                next(),
                like.caseId(),
                like.personId(),
                like.level(),
                like.levelRank(),
                like.family(),
                like.score(),
                atRisk,
                like.why(),
                like.unit(),
                at,
                at,
                like.dueAt(),
                false,
                trace,
                new Spoken(List.of("LOAN-001"), List.of(), "v1"));
    }

    private static Warning.Place next() {
        return new Warning.Place(SEQ.incrementAndGet(), false);
    }

    private void close(Instant at) {
        row.state = CaseRow.CLOSED;
        row.closedAt = at;
    }

    private static Warning warning(String level, int rank, int score, Instant at, Instant call, PaymentTrace payment) {
        return new Warning(
                next(),
                "c-1",
                "p-1",
                level,
                rank,
                "loan",
                score,
                new BigDecimal("5000.00"),
                new Text("paid a stranger", "向陌生人付款"),
                "DESK",
                at,
                at,
                at.plus(Duration.ofMinutes(15)),
                false,
                new Trace(call, payment, BigDecimal.ZERO),
                new Spoken(List.of("LOAN-001"), List.of(), "v1"));
    }
}

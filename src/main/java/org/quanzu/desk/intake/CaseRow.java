package org.quanzu.desk.intake;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.intake.Warning.PaymentTrace;
import org.quanzu.practice.Circumstances;
import org.quanzu.practice.Priorities;
import org.quanzu.scoring.Text;

/**
 * What warnings make of a case: it opens, rises, and opens again; it never falls. What operators do to it is not theirs to
 * change, but that a closed or waiting case comes back into the queue.
 */
final class CaseRow {
    static final String QUEUED = "QUEUED";
    static final String WAITING = "WAITING";
    static final String CLOSED = "CLOSED";

    /** How long after closing a case the old evidence may still raise warnings: the longest validity of a level. */
    private static final Duration ECHO = Duration.ofDays(7);

    final String caseId;
    final String personId;
    String state = CLOSED;
    int episode;
    String level = "";
    int levelRank;
    String family = "";
    int score;
    BigDecimal amountAtRisk = BigDecimal.ZERO;

    /** What operators stopped in flight: in the latest episode, and in all of them. */
    BigDecimal stoppedLast = BigDecimal.ZERO;

    BigDecimal stopped = BigDecimal.ZERO;

    /** The part of it that warnings of this episode still count as at risk. */
    BigDecimal averted = BigDecimal.ZERO;

    Text why = new Text("", "");
    String unit = "";
    Instant openedAt = Instant.EPOCH;
    Instant firstEventAt = Instant.MAX;
    Instant lastEventAt = Instant.MIN;
    Instant lastReceivedAt = Instant.EPOCH;
    int assessments;
    boolean late;

    @Nullable Instant liveCallAt;

    @Nullable Instant attemptedAt;

    boolean vulnerable;
    int busy;
    int escalations;
    Instant dueAt = Instant.MAX;
    Instant readyAt = Instant.EPOCH;

    @Nullable Instant closedAt;

    int version;

    /** The last record of the journal that is in the case. */
    long lastSeq;

    EpisodeRow warned = new EpisodeRow();

    private final List<Change> changes = new ArrayList<>();

    /** A line of the case's history. */
    record Change(Instant at, String what, String detail) {}

    CaseRow(String caseId, String personId) {
        this.caseId = caseId;
        this.personId = personId;
    }

    /** Takes a warning up; false when it is in the case already, and nothing has changed. */
    boolean take(Warning warning) {
        if (warning.place().isBehind(lastSeq)) {
            return false;
        }
        lastSeq = Math.max(lastSeq, warning.place().seq());
        if (!state.equals(CLOSED)) {
            goOn(warning);
        } else if (episode == 0 || opensAgain(warning)) {
            open(warning);
        }
        assessments++;
        lastReceivedAt = warning.receivedAt();
        firstEventAt = earlier(firstEventAt, warning.eventAt());
        lastEventAt = warning.eventAt().isAfter(lastEventAt) ? warning.eventAt() : lastEventAt;
        if (!state.equals(CLOSED)) {
            warned.take(warning.spoken());
        }
        trace(warning);
        return true;
    }

    private boolean opensAgain(Warning warning) {
        return warning.hasNewPayment()
                || warning.levelRank() > levelRank
                || closedAt == null
                || closedAt.plus(ECHO).isBefore(warning.receivedAt());
    }

    private void open(Warning warning) {
        String what = episode == 0 ? "OPENED" : warning.hasNewPayment() ? "REATTEMPT" : "REOPENED";
        episode++;
        state = QUEUED;
        assessments = 0;
        busy = 0;
        escalations = 0;
        openedAt = warning.receivedAt();
        readyAt = warning.receivedAt();
        firstEventAt = warning.eventAt();
        closedAt = null;
        liveCallAt = null;
        attemptedAt = null;
        warned = new EpisodeRow();
        late = warning.late();
        averted = stillCounted(warning);
        amountAtRisk = atRisk(warning);
        dueAt = warning.dueAt();
        rate(warning);
        changes.add(new Change(warning.receivedAt(), what, warning.level()));
    }

    private void goOn(Warning warning) {
        late &= warning.late();
        amountAtRisk = amountAtRisk.max(atRisk(warning));
        boolean risen = warning.levelRank() > levelRank;
        if (risen) {
            changes.add(new Change(warning.receivedAt(), "RISEN", warning.level()));
            dueAt = earlier(dueAt, warning.dueAt());
        }
        if (risen || warning.levelRank() == levelRank && warning.score() > score) {
            rate(warning);
        }
        if (state.equals(WAITING) && (risen || warning.hasNewPayment())) {
            state = QUEUED;
            readyAt = warning.receivedAt();
            changes.add(new Change(warning.receivedAt(), "RETURNED", risen ? warning.level() : "REATTEMPT"));
        }
    }

    /**
     * How much of the money that was stopped before a warning counts again. Of the old money no more can be at risk than
     * the last episode left; what the bank has reported as returned the warning does not count, so it is not taken off twice.
     */
    private BigDecimal stillCounted(Warning warning) {
        BigDecimal old = warning.amountAtRisk().subtract(warning.trace().paid());
        BigDecimal left = amountAtRisk.subtract(stoppedLast).max(BigDecimal.ZERO);
        return old.subtract(left).max(BigDecimal.ZERO).min(stopped);
    }

    private BigDecimal atRisk(Warning warning) {
        return warning.amountAtRisk().subtract(averted).max(warning.trace().paid());
    }

    private void rate(Warning warning) {
        unit = warning.levelRank() == levelRank && escalations > 0 ? unit : warning.unit();
        level = warning.level();
        levelRank = warning.levelRank();
        family = warning.family();
        score = warning.score();
        why = warning.why();
    }

    private void trace(Warning warning) {
        if (state.equals(CLOSED)) {
            return;
        }
        liveCallAt = warning.trace().liveCallAt();
        if (warning.trace().payment() != PaymentTrace.NONE) {
            attemptedAt = warning.trace().payment() == PaymentTrace.ATTEMPTED ? warning.eventAt() : null;
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    int points(Priorities priorities) {
        return priorities.points(new Circumstances(
                level, family, amountAtRisk, liveCallAt != null, attemptedAt != null, episode - 1, busy, vulnerable));
    }

    /** One more for each line of the history, so that an operator's page of the state before is known to be old. */
    int nextVersion() {
        return Math.max(1, version + changes.size());
    }

    /** Whether a further episode began since the row was read. */
    boolean hasOpenedAgain() {
        return changes.stream()
                .anyMatch(change ->
                        change.what().equals("REATTEMPT") || change.what().equals("REOPENED"));
    }

    /** What has changed since the row was read, for the case's history. */
    List<Change> changes() {
        return List.copyOf(changes);
    }
}

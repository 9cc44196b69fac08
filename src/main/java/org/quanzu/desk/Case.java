package org.quanzu.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanzu.practice.Circumstances;
import org.quanzu.scoring.Text;

/** What the desk has to do about one person: one for life, re-opened with a further episode, never doubled. */
public record Case(
        String caseId,
        String personId,
        State state,
        int episode,
        String level,
        int levelRank,
        String family,
        int score,
        BigDecimal amountAtRisk,
        Text why,
        String unit,
        Instant openedAt,
        Instant firstEventAt,
        Instant lastEventAt,
        int assessments,
        boolean late,
        @Nullable Instant liveCallAt,
        @Nullable Instant attemptedAt,
        boolean vulnerable,
        int busy,
        int escalations,
        Instant dueAt,
        Instant readyAt,
        boolean pinned,
        int points,
        double urgency,
        @Nullable Lease lease,
        @Nullable Instant closedAt,
        int version) {

    /** In the queue, with an operator, awaiting a retry or a follow-up, or done. */
    public enum State {
        QUEUED,
        TAKEN,
        WAITING,
        CLOSED
    }

    /** The right of one operator to work on a case until a moment, unless they prolong it. */
    public record Lease(UUID id, String operator, Instant until) {}

    /** Whether {@code id} is the lease under which this case is worked on at {@code now}. */
    public boolean isLeased(UUID id, Instant now) {
        return lease != null && lease.id().equals(id) && lease.until().isAfter(now);
    }

    /** What the order of the queue would depend on with another level, count of busy lines and vulnerability. */
    public Circumstances circumstances(String level, int busy, boolean vulnerable) {
        return new Circumstances(
                level,
                family,
                amountAtRisk,
                liveCallAt != null,
                attemptedAt != null,
                Math.max(episode - 1, 0),
                busy,
                vulnerable);
    }
}

package org.quanzu.desk.queue;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.Case.State;
import org.quanzu.scoring.Text;

/**
 * An open case as a row of the queue; {@code takenBy} works on it until {@code leasedUntil}, or nobody
 * does. {@code tooLate}: it is queued and, as many as are there, nobody gets round to it before its deadline.
 */
public record Waiting(
        String caseId,
        String personId,
        State state,
        int episode,
        String level,
        String family,
        int score,
        BigDecimal amountAtRisk,
        Text why,
        String unit,
        Instant openedAt,
        Instant lastEventAt,
        boolean late,
        @Nullable Instant liveCallAt,
        @Nullable Instant attemptedAt,
        int busy,
        int escalations,
        Instant dueAt,
        Instant readyAt,
        boolean pinned,
        int points,
        @Nullable String takenBy,
        @Nullable Instant leasedUntil,
        boolean tooLate) {

    public boolean isOverdue(Instant now) {
        return state != State.TAKEN && dueAt.isBefore(now);
    }
}

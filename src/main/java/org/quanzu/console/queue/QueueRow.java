package org.quanzu.console.queue;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quanzu.scoring.Text;

/**
 * One open case as the queue shows it. {@code level} is a code of {@code levels.csv}, {@code family} the id of a family;
 * {@code tooLate}: at the pace of those who are there nobody gets round to it in time; {@code late}: all that warns
 * arrived more than an hour after it happened. {@code takenBy} is the name others see of who works on it, null when nobody does.
 */
public record QueueRow(
        String caseId,
        String level,
        String family,
        Text why,
        BigDecimal amountAtRisk,
        Instant waitingSince,
        Instant dueAt,
        String unit,
        int episode,
        boolean onThePhone,
        boolean pinned,
        boolean tooLate,
        boolean late,
        @Nullable String takenBy) {}

package org.quanzu.console.quality;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.precision.Tally;
import org.quanzu.scoring.Text;

/**
 * One rule as the table shows it. {@code status} is GONE for a rule that is no longer in the rules; {@code right} is null
 * where too little is known; {@code warnedAt} is null for a rule that never spoke.
 */
public record RuleRow(
        String id,
        String family,
        String status,
        Text sentence,
        Tally now,
        @Nullable Bar right,
        @Nullable Bar before,
        int alone,
        int caught,
        @Nullable Instant warnedAt) {}

package org.quanzu.simulation.run;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.scoring.Decision;

/**
 * A rise of a person's level above what was still valid (as the desk would see a new or more urgent case), at
 * {@code atMillis} (epoch) in virtual time. {@code before}: the rank that was valid until then, 0 for none.
 * {@code paymentWaits}: it came with an attempted payment of {@code payment} that a hold would stop. {@code unit} and {@code dueMillis}: whose
 * first step it is, null and 0 where only machines act. {@code rules}: the ids of the counted hits; {@code needed}: those
 * without any single one of which the level would be lower. {@code episode}: the id of the scam it belongs to, -1 for none;
 * {@code persona}: the ordinary script that was under way, null for everyday life.
 */
public record Warning(
        int resident,
        long atMillis,
        String level,
        int rank,
        int before,
        @Nullable String family,
        int score,
        BigDecimal amountAtRisk,
        Decision decision,
        boolean paymentWaits,
        boolean onTheLine,
        @Nullable String unit,
        long dueMillis,
        List<String> rules,
        List<String> needed,
        int episode,
        @Nullable String persona) {

    public Warning {
        rules = List.copyOf(rules);
        needed = List.copyOf(needed);
    }
}

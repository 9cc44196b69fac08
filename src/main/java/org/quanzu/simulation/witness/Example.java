package org.quanzu.simulation.witness;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One person's day as calibration sees it: the rules (live and experimental) that matched at the moment with the highest
 * score, and whether the person was being scammed and by which family (null for ordinary life). {@code weight}: how much it
 * counts at real prevalence. {@code person} serves to keep whole persons on one side of a split.
 */
public record Example(int person, @Nullable String family, Set<String> rules, BigDecimal amountAtRisk, double weight) {

    public Example {
        rules = Set.copyOf(rules);
    }

    public boolean ofScam() {
        return family != null;
    }
}

package org.quanzu.simulation.life;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an event really is, which rules never see: the id of the scam it belongs to (-1 for none) and its stage, what it adds
 * to the loss in CNY, and the ordinary persona it belongs to.
 */
public record Truth(
        int episode,
        String stage,
        BigDecimal loss,
        @Nullable String persona) {
    static final Truth EVERYDAY = new Truth(-1, "", BigDecimal.ZERO, null);

    public boolean ofScam() {
        return episode >= 0;
    }

    Truth losing(BigDecimal amount) {
        return new Truth(episode, stage, amount, persona);
    }
}

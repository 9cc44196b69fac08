package org.quanzu.practice;

import java.math.BigDecimal;

/** What the urgency of a case depends on; {@code reattempts} and {@code busy} are counts. */
public record Circumstances(
        String level,
        String family,
        BigDecimal amountAtRisk,
        boolean liveCall,
        boolean attemptedPayment,
        int reattempts,
        int busy,
        boolean vulnerable) {}

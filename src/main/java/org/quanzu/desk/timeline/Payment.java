package org.quanzu.desk.timeline;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way out, with the payee in clear: only for what is asked of banks. {@code id} is unique for its person; null
 * is unknown; {@code evidence}: a reason of a warning rests on it.
 */
public record Payment(
        String id,
        Instant at,
        BigDecimal amount,
        @Nullable String account,
        @Nullable String bank,
        @Nullable String name,
        boolean evidence) {

    /** Nothing personal goes into a log. */
    @Override
    public String toString() {
        return "Payment[" + id + "]";
    }
}

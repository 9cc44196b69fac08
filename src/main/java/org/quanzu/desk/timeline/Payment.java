package org.quanzu.desk.timeline;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way out, with the payee in clear: only for what is asked of banks. {@code id} is unique for its person; null
 * is unknown; {@code money} is what has not come back; {@code evidence}: a reason of a warning rests on it;
 * {@code probableDouble}: it is known under another id already, which counts.
 */
public record Payment(
        String id,
        Instant at,
        Amount money,
        @Nullable String account,
        @Nullable String bank,
        @Nullable String name,
        boolean evidence,
        boolean probableDouble) {

    /** What has not come back, in the currency it was paid in. */
    public BigDecimal amount() {
        return money.value();
    }

    /** Nothing personal goes into a log. */
    @Override
    public String toString() {
        return "Payment[" + id + "]";
    }
}

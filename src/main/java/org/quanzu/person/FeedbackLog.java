package org.quanzu.person;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What banks learned about events of persons. */
public interface FeedbackLog {

    /** Keeps {@code feedback}; a repeated one replaces the first. */
    void keep(Feedback feedback);

    /** A finding about events of one person and the amounts in it. */
    record Feedback(
            String source,
            String feedbackId,
            String personId,
            String finding,
            List<String> eventIds,
            @Nullable BigDecimal lostAmount,
            @Nullable BigDecimal preventedAmount,
            @Nullable String family,
            @Nullable String note,
            Instant receivedAt) {}
}

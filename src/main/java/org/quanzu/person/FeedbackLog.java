package org.quanzu.person;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What banks learned about events of persons. */
public interface FeedbackLog {

    /** Keeps {@code feedback}, unless its source used the id before. */
    boolean append(Feedback feedback);

    Optional<Feedback> find(String source, String feedbackId);

    /** The ids of other feedback of the same source about events of this person that are all among its own. */
    List<String> coveredBy(Feedback feedback);

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
            Instant receivedAt) {

        public Feedback {
            eventIds = List.copyOf(eventIds);
        }
    }
}

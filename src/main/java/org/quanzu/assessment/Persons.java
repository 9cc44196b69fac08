package org.quanzu.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanzu.eventjson.InvalidBody;

/** What is known of persons, and what is told about them from outside. */
public interface Persons {

    /** The person's profile and level now, or empty when nobody of that id is known. */
    Optional<PersonView> find(String personId);

    /**
     * The same with what the recent events of {@code source} alone tell: counts, and when the latest was. What has gone into
     * the sums of the past is nobody's in particular and is not counted.
     */
    Optional<PersonView> find(String personId, String source);

    /**
     * Sets the attributes. Phones and accounts named are linked to this person from now on; what came in under them before
     * (as a provisional person) is merged in, and the person is re-scored.
     */
    PersonView tell(String personId, PersonAttributes attributes);

    /**
     * Keeps what a bank learned about events of this person; genuine payees count as verified for 7 days, or until they
     * turn out otherwise. Fails with {@link InvalidBody} where it names events that are not known of this source and
     * person, and with {@link ConflictingFeedback}; what was kept before changes nothing.
     */
    void learn(String personId, String source, Feedback feedback);

    /**
     * A person as shown to a caller; {@code level} has decayed to now, {@code recentEvents} counts by type of event.
     */
    record PersonView(
            String personId,
            boolean provisional,
            String level,
            @Nullable String family,
            int score,
            @Nullable OffsetDateTime validUntil,
            @Nullable OffsetDateTime latestEventAt,
            Map<String, Integer> recentEvents,
            int familiarPayees,
            int familiarNumbers,
            @Nullable PersonAttributes attributes) {}

    /**
     * A bank told what it learned; a record of the journal, once, as JSON. {@code replaced} are the ids of its earlier
     * feedback about the same events, which this one corrects.
     */
    record FeedbackGiven(String personId, String source, Feedback feedback, List<String> replaced, Instant at) {
        public FeedbackGiven {
            replaced = List.copyOf(replaced);
        }
    }

    /** The id of a feedback was used before by the same source, with other content. */
    final class ConflictingFeedback extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public ConflictingFeedback(String feedbackId) {
            super("Feedback \"" + feedbackId + "\" was sent before with other content\n"
                    + "Maybe an id is used twice; a correction needs an id of its own");
        }
    }

    /** What a bank learned: a confirmed scam or a genuine payment, for which events, with which amounts. */
    record Feedback(
            String feedbackId,
            Finding finding,
            List<String> eventIds,
            @Nullable BigDecimal lostAmount,
            @Nullable BigDecimal preventedAmount,
            @Nullable String family,
            @Nullable String note) {

        public Feedback {
            eventIds = List.copyOf(eventIds);
        }

        /** What it turned out to be. */
        public enum Finding {
            CONFIRMED_SCAM,
            GENUINE,
            UNCLEAR
        }
    }
}

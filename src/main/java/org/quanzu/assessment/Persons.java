package org.quanzu.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.quanzu.eventjson.InvalidBody;
import org.quanzu.person.source.PersonAttributes;

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
     * Changes what one source tells of a person; what others told stays. Phones and accounts named are linked to this person
     * from now on; what came in under them before (as a provisional person) is merged in, and the person is re-scored. What
     * no source tells any more is no longer linked. Fails with {@link PersonChangeRefused}.
     */
    PersonView tell(String personId, Telling telling);

    /**
     * Makes the person {@code otherId} a part of {@code personId}, as if they had never been two; {@code record} is run with
     * the change, if there is any. Fails with {@link PersonChangeRefused}.
     */
    PersonView merge(String personId, String otherId, Runnable record);

    /** Makes two persons, who were merged by {@link #merge}, two again, as if they had always been. */
    PersonView separate(String personId, String otherId, Runnable record);

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
            @Nullable PersonAttributes attributes) {

        /** The same with other attributes. */
        public PersonView with(@Nullable PersonAttributes others) {
            return new PersonView(
                    personId,
                    provisional,
                    level,
                    family,
                    score,
                    validUntil,
                    latestEventAt,
                    recentEvents,
                    familiarPayees,
                    familiarNumbers,
                    others);
        }
    }

    /**
     * What one source tells of a person: {@code change} makes of what it told before what it tells now, and may be asked more
     * than once. It replaces {@code all} that this source told, or else a part. {@code current} says whether a version of
     * what was told is the one the caller knows; with {@code allSources} that of what all sources told, and the source may
     * also take phones and accounts from persons of others.
     */
    record Telling(
            String source,
            boolean allSources,
            boolean all,
            Predicate<String> current,
            UnaryOperator<PersonAttributes> change) {

        /** The source tells this and nothing else, whatever it told before. */
        public static Telling all(String source, PersonAttributes attributes) {
            return new Telling(source, false, true, version -> true, before -> attributes);
        }
    }

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

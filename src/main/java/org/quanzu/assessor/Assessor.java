package org.quanzu.assessor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quanzu.assessor.AssessorResult.Assessed;
import org.quanzu.assessor.AssessorResult.Conflict;
import org.quanzu.assessor.AssessorResult.Repeat;
import org.quanzu.event.Event;
import org.quanzu.event.EventKey;
import org.quanzu.event.Header;
import org.quanzu.event.PersonRef;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Surroundings;
import org.quanzu.profile.Profile;
import org.quanzu.profile.Update;
import org.quanzu.scoring.RuleSet;
import org.quanzu.scoring.Scoring;
import org.quanzu.watchlist.Watchlists;

/** The pure step from a person's state and an event to the next state and an assessment. No clock, no I/O, no randomness. */
public final class Assessor {
    private static final String RESCORING_SOURCE = "quanzu";

    private Assessor() {}

    /**
     * Assesses {@code event}, seen with {@code surroundings}, unless it is among the latest seen; {@code content} is
     * {@link SeenEvents#contentOf} its canonical form.
     */
    public static AssessorResult assess(
            PersonState before, Event event, long content, Surroundings surroundings, RuleSet ruleSet) {
        return switch (before.seen().find(event.key(), content)) {
            case NEW -> assessNew(before, event, content, surroundings, ruleSet);
            case SAME -> new Repeat(event.key());
            case OTHER_CONTENT -> new Conflict(event.key());
        };
    }

    /** The same for an event that is known to be new, such as one of a story. */
    public static Assessed assessNew(
            PersonState before, Event event, long content, Surroundings surroundings, RuleSet ruleSet) {
        Scoring.Scored scored = Scoring.score(before.profile(), event, surroundings, ruleSet);
        PersonState after = new PersonState(
                scored.after(),
                before.level().after(scored.assessment(), ruleSet.levels()),
                before.seen().with(event.key(), content),
                true,
                before.mergedInto(),
                before.sinceSnapshot() + 1);
        return new Assessed(before, after, event, surroundings, scored.assessment(), ruleSet.version());
    }

    /** The same for an event of a story, a simulation or a preview, of which each is there once. */
    public static Assessed assessNew(PersonState before, Event event, Surroundings surroundings, RuleSet ruleSet) {
        return assessNew(before, event, SeenEvents.UNKNOWN_CONTENT, surroundings, ruleSet);
    }

    /** An event that was assessed before, with what was known around it, and the level it left. */
    public record Remembered(Event event, long content, Surroundings surroundings, CurrentLevel level, boolean late) {}

    /** The state after an event that was assessed before, without assessing it anew. */
    public static PersonState remember(PersonState before, Remembered past, Watchlists lists) {
        Profile after = Update.of(before.profile(), past.event(), past.surroundings(), lists)
                .after();
        return new PersonState(
                after,
                past.late() ? before.level() : past.level(),
                before.seen().with(past.event().key(), past.content()),
                true,
                before.mergedInto(),
                before.sinceSnapshot() + 1);
    }

    /**
     * The person assessed anew at their latest time, because of something else than an event. The id of the assessment
     * follows from the person, the latest event and {@code cause}.
     */
    public static Assessed rescore(PersonState before, String cause, RuleSet ruleSet) {
        Profile profile = before.profile();
        Header header = new Header(
                rescoringId(profile, cause),
                RESCORING_SOURCE,
                PersonRef.ofId(profile.personId()),
                Instant.ofEpochMilli(profile.latestMillis()).atOffset(ZoneOffset.UTC));
        // The status of a transaction nobody made leaves the profile as it is.
        TransactionStatusEvent nothing = new TransactionStatusEvent(header, "none", Status.COMPLETED);
        Scoring.Scored scored = Scoring.score(profile, nothing, Surroundings.UNKNOWN, ruleSet);
        PersonState after = before.with(CurrentLevel.of(scored.assessment()));
        return new Assessed(before, after, nothing, Surroundings.UNKNOWN, scored.assessment(), ruleSet.version());
    }

    private static String rescoringId(Profile profile, String cause) {
        List<Fact> facts = profile.facts();
        EventKey latest = facts.isEmpty() ? null : facts.get(facts.size() - 1).key();
        String name = Stream.of(
                        profile.personId(),
                        latest == null ? "" : latest.source(),
                        latest == null ? "" : latest.eventId(),
                        cause)
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining());
        return "rescored-" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}

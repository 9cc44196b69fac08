package org.quanzu.assessment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.quanzu.assessment.Persons.FeedbackGiven;
import org.quanzu.event.Header;
import org.quanzu.event.PersonRef;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.fact.Surroundings;
import org.quanzu.journal.History;
import org.quanzu.journal.Journal;
import org.quanzu.journal.Standing;
import org.quanzu.journal.consumer.DeliveredRecord.Kind;
import org.quanzu.journal.consumer.PersonChanges;
import org.quanzu.memory.Recollection;
import org.quanzu.person.Register;
import org.quanzu.profile.Profile;
import org.quanzu.profile.SnapshotWriter;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Scoring;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a person's profile after it changed by other means than an event, re-scored at the person's latest time. */
final class Revision {
    private final Register register;
    private final Recollection recollection;
    private final History history;
    private final Journal journal;
    private final RuleSets ruleSets;
    private final PersonChanges changes;

    Revision(
            Register register,
            Recollection recollection,
            History history,
            Journal journal,
            RuleSets ruleSets,
            PersonChanges changes) {
        this.register = register;
        this.recollection = recollection;
        this.history = history;
        this.journal = journal;
        this.ruleSets = ruleSets;
        this.changes = changes;
    }

    /** Keeps {@code profile} with what the register tells of its person now; {@code at} is the present. */
    void keep(Profile profile, Instant at) {
        Profile told = register.find(profile.personId())
                .map(person -> profile.withAttributes(recollection.attributes(person)))
                .orElse(profile);
        Assessment assessment = told.isEmpty() ? null : assess(told);
        Standing standing = assessment == null ? Standing.NONE : Standing.of(assessment);
        history.keep(told.personId(), journal.nextSeq(), SnapshotWriter.write(told), standing);
        if (assessment != null && !AssessmentJson.isNothing(assessment)) {
            changes.append(told.personId(), Kind.RESCORED, at, AssessmentJson.write(assessment));
        }
    }

    /** Tells that {@code from} turned out to be {@code into}. */
    void merged(String from, String into, Instant at) {
        changes.append(from, Kind.MERGED, at, into.getBytes(StandardCharsets.UTF_8));
    }

    /** Tells what a bank learned. */
    void told(FeedbackGiven feedback) {
        changes.append(
                feedback.personId(),
                Kind.FEEDBACK,
                feedback.at(),
                JsonMapper.shared().writeValueAsBytes(feedback));
    }

    /** Scoring wants an event; the status of a transaction nobody made leaves the profile as it is. */
    private Assessment assess(Profile profile) {
        Header header = new Header(
                "revision",
                "quanzu",
                PersonRef.ofId(profile.personId()),
                Instant.ofEpochMilli(profile.latestMillis()).atOffset(ZoneOffset.UTC));
        TransactionStatusEvent nothing = new TransactionStatusEvent(header, "none", Status.COMPLETED);
        return Scoring.score(profile, nothing, Surroundings.UNKNOWN, ruleSets.current())
                .assessment();
    }
}

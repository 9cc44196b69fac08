package org.quanzu.assessment;

import java.time.Instant;
import java.time.ZoneOffset;
import org.quanzu.event.Header;
import org.quanzu.event.PersonRef;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.fact.Surroundings;
import org.quanzu.journal.History;
import org.quanzu.journal.Journal;
import org.quanzu.journal.Standing;
import org.quanzu.memory.Recollection;
import org.quanzu.person.Register;
import org.quanzu.profile.Profile;
import org.quanzu.profile.SnapshotWriter;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.Scoring;

/** Keeps a person's profile after it changed by other means than an event, re-scored at the person's latest time. */
final class Revision {
    private final Register register;
    private final Recollection recollection;
    private final History history;
    private final Journal journal;
    private final RuleSets ruleSets;

    Revision(Register register, Recollection recollection, History history, Journal journal, RuleSets ruleSets) {
        this.register = register;
        this.recollection = recollection;
        this.history = history;
        this.journal = journal;
        this.ruleSets = ruleSets;
    }

    /** Keeps {@code profile} with what the register tells of its person now. */
    void keep(Profile profile) {
        Profile told = register.find(profile.personId())
                .map(person -> profile.withAttributes(recollection.attributes(person)))
                .orElse(profile);
        history.keep(told.personId(), journal.nextSeq(), SnapshotWriter.write(told), standing(told));
    }

    /** Scoring wants an event; the status of a transaction nobody made leaves the profile as it is. */
    private Standing standing(Profile profile) {
        if (profile.isEmpty()) {
            return Standing.NONE;
        }
        Header header = new Header(
                "revision",
                "quanzu",
                PersonRef.ofId(profile.personId()),
                Instant.ofEpochMilli(profile.latestMillis()).atOffset(ZoneOffset.UTC));
        TransactionStatusEvent nothing = new TransactionStatusEvent(header, "none", Status.COMPLETED);
        return Standing.of(Scoring.score(profile, nothing, Surroundings.UNKNOWN, ruleSets.current())
                .assessment());
    }
}

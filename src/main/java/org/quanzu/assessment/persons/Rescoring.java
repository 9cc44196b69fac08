package org.quanzu.assessment.persons;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessment.AssessmentJson;
import org.quanzu.assessment.Persons.FeedbackGiven;
import org.quanzu.assessor.Assessor;
import org.quanzu.assessor.AssessorResult.Assessed;
import org.quanzu.assessor.CurrentLevel;
import org.quanzu.assessor.PersonState;
import org.quanzu.assessor.PersonStateCodec;
import org.quanzu.journal.EventStore;
import org.quanzu.journal.Journal;
import org.quanzu.journal.consumer.DeliveredRecord.Kind;
import org.quanzu.journal.consumer.PersonChanges;
import org.quanzu.person.Register;
import org.quanzu.personcache.PersonLoader;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.Assessment;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a person's profile after it changed by other means than an event, re-scored at the person's latest time. */
final class Rescoring {
    private final Register register;
    private final PersonLoader loader;
    private final EventStore history;
    private final Journal journal;
    private final RuleSets ruleSets;
    private final PersonChanges changes;

    Rescoring(
            Register register,
            PersonLoader loader,
            EventStore history,
            Journal journal,
            RuleSets ruleSets,
            PersonChanges changes) {
        this.register = register;
        this.loader = loader;
        this.history = history;
        this.journal = journal;
        this.ruleSets = ruleSets;
        this.changes = changes;
    }

    /**
     * Keeps {@code state} with what the register tells of its person now, assessed anew because of {@code cause};
     * {@code at} is the present. Answers whether people are warned of the person now.
     */
    boolean keep(PersonState state, String cause, Instant at) {
        PersonState told = register.find(state.personId())
                .map(person -> state.with(state.profile().withAttributes(loader.attributes(person))))
                .orElse(state);
        Assessed assessed = told.profile().isEmpty() ? null : Assessor.rescore(told, cause, ruleSets.current());
        PersonState after = assessed == null ? told.with(CurrentLevel.NONE) : assessed.after();
        history.keep(after.personId(), journal.nextSeq(), PersonStateCodec.write(after), after.level());
        if (assessed == null || AssessmentJson.isNothing(assessed.assessment())) {
            return false;
        }
        changes.append(after.personId(), Kind.RESCORED, at, AssessmentJson.write(assessed.assessment()));
        return assessed.assessment().caseId() != null;
    }

    /**
     * Keeps a person made anew from the stored events, with the level that came of them; {@code at} is the present. It is
     * told also when nothing is found any more. Answers whether people are warned of the person now.
     */
    boolean keepRebuilt(PersonState state, String cause, Instant at) {
        history.keep(state.personId(), journal.nextSeq(), PersonStateCodec.write(state), state.level());
        if (state.profile().isEmpty()) {
            return false;
        }
        Assessment assessment =
                Assessor.rescore(state, cause, ruleSets.current()).assessment();
        changes.append(state.personId(), Kind.RESCORED, at, AssessmentJson.write(assessment));
        return assessment.caseId() != null;
    }

    /** Tells that what came under an alias is no longer the person's, of whom an own event last warned then; null: never. */
    void separated(String personId, @Nullable Instant warnedAt, Instant at) {
        String warned = warnedAt == null ? "" : warnedAt.toString();
        changes.append(personId, Kind.SEPARATED, at, warned.getBytes(StandardCharsets.UTF_8));
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
}

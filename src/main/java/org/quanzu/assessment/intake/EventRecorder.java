package org.quanzu.assessment.intake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessment.Intake.Answer;
import org.quanzu.assessment.intake.EventScorer.Scored;
import org.quanzu.event.Event;
import org.quanzu.journal.Journal;
import org.quanzu.journal.NotDurable;
import org.quanzu.journal.PendingWrite;
import org.quanzu.person.Counterparties;
import org.quanzu.personcache.CachedPerson;
import org.quanzu.personcache.PersonCache;

/**
 * Scores an event on the person held, appends it to the journal and answers once it is durable. Room in the journal is taken
 * before scoring and given back when nothing is appended.
 */
final class EventRecorder {
    private final EventScorer scorer;
    private final RepeatedEvents repeats;
    private final Journal journal;
    private final PersonCache persons;
    private final Counterparties counterparties;
    private final AssessmentMetrics metrics;

    EventRecorder(
            EventScorer scorer,
            RepeatedEvents repeats,
            Journal journal,
            PersonCache persons,
            Counterparties counterparties,
            AssessmentMetrics metrics) {
        this.scorer = scorer;
        this.repeats = repeats;
        this.journal = journal;
        this.persons = persons;
        this.counterparties = counterparties;
        this.metrics = metrics;
    }

    /** Records an event that is surely new, where nothing has to be waited for; false when it has to wait. */
    boolean tryRecordNew(IntakeRequest request, CachedPerson person) {
        if (!scorer.isReady() || !journal.tryAdmit()) {
            return false;
        }
        Scored scored;
        try {
            scored = scorer.scoreNew(request, person);
        } catch (RuntimeException | Error e) {
            journal.giveBack();
            throw e;
        }
        append(request, person, scored);
        return true;
    }

    /** Records the event, or answers it as a repeat; waits for room in the journal. */
    void record(IntakeRequest request, CachedPerson person) {
        if (request.isTriedBefore() && repeats.isRepeat(request, person)) {
            return;
        }
        journal.admit();
        Optional<Scored> scored;
        try {
            scored = scorer.score(request, person);
            if (scored.isEmpty() && !repeats.isRepeat(request, person)) {
                scored = Optional.of(scorer.scoreNew(request, person));
            }
        } catch (RuntimeException | Error e) {
            journal.giveBack();
            throw e;
        }
        scored.ifPresentOrElse(it -> append(request, person, it), journal::giveBack);
    }

    private void append(IntakeRequest request, CachedPerson person, Scored scored) {
        request.assessed(scored.assessed().assessment());
        PendingWrite write = journal.append(scored.record(), person.basis());
        person.advance(scored.after(), write);
        persons.keepUntilSettled(person, write);
        write.settled().whenComplete((done, failure) -> settle(request, person, write, scored, failure));
    }

    private void settle(
            IntakeRequest request,
            CachedPerson person,
            PendingWrite write,
            Scored scored,
            @Nullable Throwable failure) {
        persons.settled(person, write);
        request.assessed(null);
        if (failure == null) {
            countCounterparty(write);
            metrics.count(scored.assessed().assessment(), request.tookNanos());
            request.answer().complete(new Answer(scored.json(), false));
        } else if (failure instanceof NotDurable why && why.isSuperseded() && request.mayTryAgain()) {
            request.queueAgain(person.personId());
        } else {
            request.refuse(failure);
        }
    }

    private void countCounterparty(PendingWrite write) {
        String counterparty = write.record().counterparty();
        if (counterparty != null) {
            Event event = write.record().event();
            counterparties.note(
                    counterparty,
                    event.type().equals("transaction"),
                    write.record().personId(),
                    write.record().surroundings().timeOf(event));
        }
    }
}

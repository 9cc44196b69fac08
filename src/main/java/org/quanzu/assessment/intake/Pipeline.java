package org.quanzu.assessment.intake;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.quanzu.assessment.AssessmentJson;
import org.quanzu.assessment.Intake;
import org.quanzu.assessment.OtherPersonsTransaction;
import org.quanzu.event.Event;
import org.quanzu.event.EventKey;
import org.quanzu.event.PersonRef;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.eventjson.InvalidBody;
import org.quanzu.person.Identities;
import org.quanzu.personcache.CachedPerson;
import org.quanzu.personcache.PersonCache;
import org.quanzu.personcache.PersonCache.Held;
import org.quanzu.scoring.Assessment;

/**
 * One event after the other per person: find the person, tell repeats, score on the profile after the last event taken,
 * hand to the journal, answer once durable. The calling thread does all but the writing where nothing has to be waited for;
 * what needs the database, a lock or room in the journal first goes through the queue of its person.
 */
final class Pipeline implements Intake, AutoCloseable {
    private static final int MOST_HOPS = 8;

    private final Identities identities;
    private final PersonCache persons;
    private final EventRecorder recorder;
    private final RepeatedEvents repeats;
    private final TransactionOwners owners;
    private final EventLookup lookup;
    private final LastKnownAnswers lastKnown;
    private final InstantSource clock;
    private final ReceivingClock receiving;
    private final PersonQueues queues = new PersonQueues();

    Pipeline(
            Identities identities,
            PersonCache persons,
            EventRecorder recorder,
            RepeatedEvents repeats,
            TransactionOwners owners,
            EventLookup lookup,
            LastKnownAnswers lastKnown,
            InstantSource clock,
            ReceivingClock receiving) {
        this.identities = identities;
        this.persons = persons;
        this.recorder = recorder;
        this.repeats = repeats;
        this.owners = owners;
        this.lookup = lookup;
        this.lastKnown = lastKnown;
        this.clock = clock;
        this.receiving = receiving;
    }

    @Override
    public CompletableFuture<Answer> take(Event event) {
        return receive(event).answer();
    }

    @Override
    public Accepted accept(Event event) {
        IntakeRequest request = receive(event);
        return new Accepted(request.answer(), () -> known(request));
    }

    private Answer known(IntakeRequest request) {
        Assessment assessment = request.assessment();
        return assessment == null
                ? lastKnown(request.event())
                : new Answer(AssessmentJson.writeDegraded(assessment), false);
    }

    /** On the calling thread where nothing has to be waited for, in the person's queue otherwise. */
    private IntakeRequest receive(Event event) {
        IntakeRequest request = new IntakeRequest(event, clock.millis(), this::takeTurn);
        InvalidBody refusal = receiving.refusal(event, request.receivedMillis());
        if (refusal == null) {
            start(request);
        } else {
            request.answer().completeExceptionally(refusal);
        }
        return request;
    }

    private void start(IntakeRequest request) {
        PersonRef named = request.event().header().person();
        String personId = queues.isBusy(named) ? null : identities.remembered(named);
        if (personId == null) {
            queue(request, named, () -> attempt(request, named));
        } else if (!isTakenAtOnce(request, personId)) {
            takeTurn(request, personId);
        }
    }

    /** Takes the event when the person is in memory and free, and nobody waits; false when it has to wait. */
    private boolean isTakenAtOnce(IntakeRequest request, String personId) {
        try (Held held = persons.tryHold(personId)) {
            if (held == null || queues.isBusy(personId) || !isMeant(request, personId)) {
                return false;
            }
            CachedPerson person = persons.getIfPresent(personId);
            return person != null && isAtHand(request, person) && recorder.tryRecordNew(request, person);
        } catch (RuntimeException | Error e) {
            request.fail(e);
            return true;
        }
    }

    /** Whether all that it takes to assess the event is in memory. */
    private static boolean isAtHand(IntakeRequest request, CachedPerson person) {
        if (person.state().mergedInto() != null
                || person.state().seen().mayKnow(request.event().key())) {
            return false;
        }
        return !(request.event() instanceof TransactionStatusEvent status)
                || TransactionOwners.isInProfile(person, status);
    }

    /** Takes the event in the queue of {@code key}, waiting for whatever it needs. */
    private void attempt(IntakeRequest request, Object key) {
        try {
            route(request, key);
        } catch (RuntimeException | Error e) {
            request.fail(e);
        }
    }

    /** Whether the event is still of this person: links may have changed until the person was held. */
    private boolean isMeant(IntakeRequest request, String personId) {
        return personId.equals(identities.remembered(request.event().header().person()));
    }

    private void route(IntakeRequest request, Object key) {
        PersonRef meant = request.event().header().person();
        String personId = identities.resolve(meant);
        boolean moved = false;
        String named = null;
        for (int hop = 0; hop < MOST_HOPS; hop++) {
            try (Held held = persons.hold(personId)) {
                if (!moved && !identities.resolve(meant).equals(personId)) {
                    personId = identities.resolve(meant);
                    continue;
                }
                if (!personId.equals(key) && queues.isBusy(personId)) {
                    takeTurn(request, personId);
                    return;
                }
                CachedPerson person = persons.get(personId);
                String owner = person.state().mergedInto();
                if (owner == null && named == null && request.event() instanceof TransactionStatusEvent status) {
                    named = personId;
                    owner = owners.owner(person, status);
                }
                if (owner == null || owner.equals(personId)) {
                    if (named == null || named.equals(personId)) {
                        recorder.record(request, person);
                    } else if (!repeats.isRepeat(request, person)) {
                        throw new OtherPersonsTransaction((TransactionStatusEvent) request.event());
                    }
                    return;
                }
                personId = owner;
                moved = true;
            }
        }
        throw new IllegalStateException("Person " + personId + " leads from one person to the next without end");
    }

    /** Queues the event behind others of its person; later ones wait behind it. */
    private void takeTurn(IntakeRequest request, String personId) {
        queue(request, personId, () -> attempt(request, personId));
    }

    private void queue(IntakeRequest request, Object key, Runnable task) {
        try {
            queues.submit(key, task);
        } catch (RejectedExecutionException e) {
            request.refuse(e);
        }
    }

    @Override
    public Optional<String> personOf(EventKey key) {
        return lookup.personOf(key);
    }

    @Override
    public Optional<Sent> sent(EventKey key) {
        return lookup.sent(key);
    }

    @Override
    public Optional<EventKey> keyOf(UUID assessmentId) {
        return lookup.keyOf(assessmentId);
    }

    @Override
    public Answer lastKnown(Event event) {
        return lastKnown.answer(event);
    }

    @Override
    public void close() {
        queues.close();
    }
}

package org.quanzu.assessment;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessor.CurrentLevel;
import org.quanzu.event.Event;
import org.quanzu.event.EventKey;
import org.quanzu.event.PersonRef;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.eventjson.EventJson;
import org.quanzu.eventjson.InvalidBody;
import org.quanzu.eventjson.SameContent;
import org.quanzu.eventjson.StoredEventReader;
import org.quanzu.journal.Entry;
import org.quanzu.journal.EventStore;
import org.quanzu.journal.EventStore.First;
import org.quanzu.journal.Journal;
import org.quanzu.journal.NotDurable;
import org.quanzu.person.Counterparties;
import org.quanzu.person.Identities;
import org.quanzu.personcache.CachedPerson;
import org.quanzu.personcache.PersonCache;
import org.quanzu.personcache.PersonCache.Held;
import org.quanzu.scoring.Assessment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * One event after the other per person: find the person, tell repeats, score on the profile after the last event taken,
 * hand to the journal, answer once durable. The calling thread does all but the writing where nothing has to be waited for;
 * what needs the database, a lock or room in the journal first goes through the queue of its person.
 */
final class Pipeline implements Intake, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
    private static final int MOST_HOPS = 8;

    private final Identities identities;
    private final PersonCache persons;
    private final EventStore history;
    private final Journal journal;
    private final Counterparties counterparties;
    private final EventScorer scorer;
    private final DegradedAnswers degraded;
    private final AssessmentMetrics tally;
    private final InstantSource clock;
    private final ReceivingClock receiving;
    private final PersonQueues queues = new PersonQueues();

    Pipeline(
            Identities identities,
            PersonCache persons,
            EventStore history,
            Journal journal,
            Counterparties counterparties,
            EventScorer scorer,
            DegradedAnswers degraded,
            AssessmentMetrics tally,
            InstantSource clock,
            ReceivingClock receiving) {
        this.identities = identities;
        this.persons = persons;
        this.history = history;
        this.journal = journal;
        this.counterparties = counterparties;
        this.scorer = scorer;
        this.degraded = degraded;
        this.tally = tally;
        this.clock = clock;
        this.receiving = receiving;
    }

    @Override
    public CompletableFuture<Answer> take(Event event) {
        IntakeRequest request = new IntakeRequest(event, clock.millis());
        take(request);
        return request.answer();
    }

    @Override
    public Accepted accept(Event event) {
        IntakeRequest request = new IntakeRequest(event, clock.millis());
        take(request);
        return new Accepted(request.answer(), () -> known(request));
    }

    private Answer known(IntakeRequest request) {
        Assessment assessment = request.assessment();
        return assessment == null
                ? lastKnown(request.event())
                : new Answer(AssessmentJson.writeDegraded(assessment), false);
    }

    /** On the calling thread where nothing has to be waited for, in the person's queue otherwise. */
    private void take(IntakeRequest request) {
        InvalidBody refusal = receiving.refusal(request.event(), request.receivedMillis());
        if (refusal != null) {
            request.answer().completeExceptionally(refusal);
            return;
        }
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
            if (person == null || !isAtHand(request, person) || !scorer.isReady() || !journal.tryAdmit()) {
                return false;
            }
            score(request, person);
            return true;
        } catch (RuntimeException | Error e) {
            fail(request, e);
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
                || person.state().profile().knows(transaction(status));
    }

    private void score(IntakeRequest request, CachedPerson person) {
        EventScorer.Scored scored;
        try {
            scored = scorer.scoreNew(request, person);
        } catch (RuntimeException | Error e) {
            journal.giveBack();
            throw e;
        }
        append(request, person, scored);
    }

    /** Takes the event in the queue of {@code key}, waiting for whatever it needs. */
    private void attempt(IntakeRequest request, Object key) {
        try {
            route(request, key);
        } catch (RuntimeException | Error e) {
            fail(request, e);
        }
    }

    private static void fail(IntakeRequest request, Throwable e) {
        if (e instanceof DataAccessException || e instanceof NotDurable) {
            refuse(request, e);
        } else {
            request.answer().completeExceptionally(e);
        }
    }

    private static void refuse(IntakeRequest taking, Throwable cause) {
        LOG.warn("Events are refused: {}", cause.getMessage());
        taking.answer()
                .completeExceptionally(new IntakeUnavailable(
                        "The event cannot be made durable now\nMaybe the database is down; send the event again later",
                        cause));
    }

    /** Whether the event is still of this person: links may have changed until the person was held. */
    private boolean isMeant(IntakeRequest request, String personId) {
        return personId.equals(identities.remembered(request.event().header().person()));
    }

    private void route(IntakeRequest taking, Object key) {
        PersonRef meant = taking.event().header().person();
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
                    takeTurn(taking, personId);
                    return;
                }
                CachedPerson person = persons.get(personId);
                String owner = person.state().mergedInto();
                if (owner == null && named == null && taking.event() instanceof TransactionStatusEvent status) {
                    named = personId;
                    owner = owner(person, status);
                }
                if (owner == null || owner.equals(personId)) {
                    if (named == null || named.equals(personId)) {
                        take(taking, person);
                    } else if (!isRepeat(taking, person)) {
                        throw new OtherPersonsTransaction((TransactionStatusEvent) taking.event());
                    }
                    return;
                }
                personId = owner;
                moved = true;
            }
        }
        throw new IllegalStateException("Person " + personId + " leads from one person to the next without end");
    }

    /** The person whose transaction it is that changes its status; fails where there is no such transaction. */
    private String owner(CachedPerson person, TransactionStatusEvent status) {
        EventKey transaction = transaction(status);
        Entry pending = person.pending(transaction);
        if (person.state().profile().knows(transaction)
                || pending != null && pending.line().event() instanceof TransactionEvent) {
            return person.personId();
        }
        First first = history.find(transaction);
        if (first == null || !(StoredEventReader.read(first.body()) instanceof TransactionEvent)) {
            throw new UnknownTransaction(status.transactionId());
        }
        return first.personId();
    }

    private static EventKey transaction(TransactionStatusEvent status) {
        return new EventKey(status.header().source(), status.transactionId());
    }

    private void take(IntakeRequest taking, CachedPerson person) {
        if (taking.isTriedBefore() && isRepeat(taking, person)) {
            return;
        }
        journal.admit();
        Optional<EventScorer.Scored> scored;
        try {
            scored = scorer.score(taking, person);
            if (scored.isEmpty() && !isRepeat(taking, person)) {
                scored = Optional.of(scorer.scoreNew(taking, person));
            }
        } catch (RuntimeException | Error e) {
            journal.giveBack();
            throw e;
        }
        scored.ifPresentOrElse(it -> append(taking, person, it), journal::giveBack);
    }

    private void append(IntakeRequest taking, CachedPerson person, EventScorer.Scored scored) {
        taking.assessed(scored.assessed().assessment());
        Entry entry = journal.append(scored.line(), person.basis());
        person.advance(scored.after(), entry);
        persons.keepUntilSettled(person, entry);
        entry.settled().whenComplete((done, failure) -> settle(taking, person, entry, scored, failure));
    }

    private boolean isRepeat(IntakeRequest taking, CachedPerson person) {
        EventKey key = taking.event().key();
        Entry pending = person.pending(key);
        if (pending != null) {
            pending.settled().whenComplete((entry, failure) -> takeTurn(taking, person.personId()));
            return true;
        }
        First first = history.find(key);
        if (first == null) {
            if (taking.isTriedBefore() && history.isErased(key)) {
                throw ConflictingEvent.erased(key);
            }
            return false;
        }
        if (!Arrays.equals(first.body(), taking.body())
                && !SameContent.of(StoredEventReader.read(first.body()), taking.event())) {
            throw new ConflictingEvent(key);
        }
        taking.answer().complete(new Answer(AssessmentJson.again(first), true));
        return true;
    }

    private void settle(
            IntakeRequest taking,
            CachedPerson person,
            Entry entry,
            EventScorer.Scored scored,
            @Nullable Throwable failure) {
        persons.settled(person, entry);
        taking.assessed(null);
        if (failure == null) {
            note(entry);
            tally.count(scored.assessed().assessment(), taking.tookNanos());
            taking.answer().complete(new Answer(scored.json(), false));
        } else if (failure instanceof NotDurable why && why.isSuperseded() && taking.mayTryAgain()) {
            takeTurn(taking, person.personId());
        } else {
            refuse(taking, failure);
        }
    }

    private void note(Entry entry) {
        String counterparty = entry.line().counterparty();
        if (counterparty != null) {
            Event event = entry.line().event();
            counterparties.note(
                    counterparty,
                    event.type().equals("transaction"),
                    entry.line().personId(),
                    entry.line().surroundings().timeOf(event));
        }
    }

    /** Queues the event behind others of its person; later ones wait behind it. */
    private void takeTurn(IntakeRequest request, String personId) {
        queue(request, personId, () -> attempt(request, personId));
    }

    private void queue(IntakeRequest request, Object key, Runnable task) {
        try {
            queues.submit(key, task);
        } catch (RejectedExecutionException e) {
            refuse(request, e);
        }
    }

    @Override
    public Optional<String> personOf(EventKey key) {
        return whileAvailable(() -> history.find(key)).map(First::personId);
    }

    @Override
    public Optional<Sent> sent(EventKey key) {
        return whileAvailable(() -> history.find(key))
                .map(first -> new Sent(
                        first.personId(),
                        EventJson.asTold(StoredEventReader.read(first.body())),
                        AssessmentJson.again(first)));
    }

    @Override
    public Optional<EventKey> keyOf(UUID assessmentId) {
        return whileAvailable(() -> history.keyOf(assessmentId));
    }

    private static <T> Optional<T> whileAvailable(Supplier<@Nullable T> look) {
        try {
            return Optional.ofNullable(look.get());
        } catch (DataAccessException e) {
            throw new IntakeUnavailable("The event cannot be looked up now\nMaybe the database is down", e);
        }
    }

    @Override
    public Answer lastKnown(Event event) {
        String personId = identities.remembered(event.header().person());
        CachedPerson person = personId == null ? null : persons.peek(personId);
        String into = person == null ? null : person.state().mergedInto();
        if (into != null) {
            personId = into;
            person = persons.peek(into);
        }
        long now = clock.millis();
        CurrentLevel level =
                person == null ? CurrentLevel.NONE : person.state().level().at(now);
        return new Answer(degraded.answer(event, Objects.requireNonNullElse(personId, ""), level, now), false);
    }

    @Override
    public void close() {
        queues.close();
    }
}

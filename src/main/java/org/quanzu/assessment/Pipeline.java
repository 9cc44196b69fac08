package org.quanzu.assessment;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.Event;
import org.quanzu.event.EventKey;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.eventjson.SameContent;
import org.quanzu.journal.Entry;
import org.quanzu.journal.EventReader;
import org.quanzu.journal.EventStore;
import org.quanzu.journal.EventStore.First;
import org.quanzu.journal.Journal;
import org.quanzu.journal.NotDurable;
import org.quanzu.person.Counterparties;
import org.quanzu.person.Identities;
import org.quanzu.personcache.CachedPerson;
import org.quanzu.personcache.PersonCache;
import org.quanzu.personcache.PersonCache.Held;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * One event after the other per person: find the person, tell repeats, score on the profile after the last event taken,
 * hand to the journal, answer once durable. The calling thread does all but the writing.
 */
final class Pipeline implements Intake, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
    private static final int MOST_HOPS = 8;

    private final Identities identities;
    private final PersonCache persons;
    private final EventStore history;
    private final Journal journal;
    private final Counterparties counterparties;
    private final EventScorer bench;
    private final AssessmentMetrics tally;
    private final InstantSource clock;
    private final Map<String, Integer> waitingTheirTurn = new ConcurrentHashMap<>();
    private final ExecutorService again = Executors.newSingleThreadExecutor(task -> new Thread(task, "second-tries"));

    Pipeline(
            Identities identities,
            PersonCache persons,
            EventStore history,
            Journal journal,
            Counterparties counterparties,
            EventScorer bench,
            AssessmentMetrics tally,
            InstantSource clock) {
        this.identities = identities;
        this.persons = persons;
        this.history = history;
        this.journal = journal;
        this.counterparties = counterparties;
        this.bench = bench;
        this.tally = tally;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Answer> take(Event event) {
        IntakeRequest taking = new IntakeRequest(event, clock.millis());
        attempt(taking, false);
        return taking.answer();
    }

    private void attempt(IntakeRequest taking, boolean inTurn) {
        try {
            route(taking, inTurn);
        } catch (UnknownTransaction | OtherPersonsTransaction | ConflictingEvent e) {
            taking.answer().completeExceptionally(e);
        } catch (DataAccessException e) {
            LOG.warn("An event is refused, the database does not answer: {}", e.getMessage());
            refuse(taking, e);
        } catch (NotDurable e) {
            refuse(taking, e);
        } catch (RuntimeException e) {
            taking.answer().completeExceptionally(e);
        }
    }

    private static void refuse(IntakeRequest taking, Throwable cause) {
        LOG.debug("Event {} is refused: {}", taking.event().header().eventId(), cause.getMessage());
        taking.answer()
                .completeExceptionally(new IntakeUnavailable(
                        "The event cannot be made durable now\nMaybe the database is down; send the event again later",
                        cause));
    }

    private void route(IntakeRequest taking, boolean inTurn) {
        String personId = identities.resolve(taking.event().header().person());
        String named = null;
        for (int hop = 0; hop < MOST_HOPS; hop++) {
            try (Held held = persons.hold(personId)) {
                if (!inTurn && waitingTheirTurn.containsKey(personId)) {
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
            }
        }
        throw new IllegalStateException("Person " + personId + " leads from one person to the next without end");
    }

    /** The person whose transaction it is that changes its status; fails where there is no such transaction. */
    private String owner(CachedPerson person, TransactionStatusEvent status) {
        EventKey transaction = new EventKey(status.header().source(), status.transactionId());
        Entry pending = person.pending(transaction);
        if (person.state().profile().knows(transaction)
                || pending != null && pending.line().event() instanceof TransactionEvent) {
            return person.personId();
        }
        First first = history.find(transaction);
        if (first == null || !(EventReader.read(first.body()) instanceof TransactionEvent)) {
            throw new UnknownTransaction(status.transactionId());
        }
        return first.personId();
    }

    private void take(IntakeRequest taking, CachedPerson person) {
        if (taking.isTriedBefore() && isRepeat(taking, person)) {
            return;
        }
        journal.admit();
        Optional<EventScorer.Scored> scored;
        try {
            scored = bench.score(taking, person);
            if (scored.isEmpty() && !isRepeat(taking, person)) {
                scored = Optional.of(bench.scoreNew(taking, person));
            }
        } catch (RuntimeException e) {
            journal.giveBack();
            throw e;
        }
        scored.ifPresentOrElse(it -> append(taking, person, it), journal::giveBack);
    }

    private void append(IntakeRequest taking, CachedPerson person, EventScorer.Scored scored) {
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
            return false;
        }
        if (!Arrays.equals(first.body(), taking.body())
                && !SameContent.of(EventReader.read(first.body()), taking.event())) {
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
                    event.occurredAt().toInstant().toEpochMilli());
        }
    }

    /** Queues the event behind others of its person whose turn has not come; later ones wait behind it. */
    private void takeTurn(IntakeRequest taking, String personId) {
        waitingTheirTurn.merge(personId, 1, Integer::sum);
        try {
            again.execute(() -> {
                attempt(taking, true);
                waitingTheirTurn.computeIfPresent(personId, (id, count) -> count == 1 ? null : (Integer) (count - 1));
            });
        } catch (RejectedExecutionException e) {
            refuse(taking, e);
        }
    }

    @Override
    public Optional<String> personOf(EventKey key) {
        try {
            return Optional.ofNullable(history.find(key)).map(First::personId);
        } catch (DataAccessException e) {
            throw new IntakeUnavailable("The event cannot be looked up now\nMaybe the database is down", e);
        }
    }

    @Override
    public Answer lastKnown(Event event) {
        String personId = identities.remembered(event.header().person());
        CachedPerson person = personId == null ? null : persons.peek(personId);
        return new Answer(
                bench.unscored(event, Objects.requireNonNullElse(personId, ""), person, clock.millis()), false);
    }

    @Override
    public void close() {
        again.shutdown();
    }
}

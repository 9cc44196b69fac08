package org.quanzu.journal.consumer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanzu.journal.consumer.Batch.Read;
import org.quanzu.journal.consumer.JdbcConsumers.Due;
import org.quanzu.journal.consumer.JdbcConsumers.SetAside;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One consumer's way through the journal. Records are handled many at once; when that fails, each for itself, and the one that
 * fails is passed over: with a locked row it is tried again by itself and later records of its person wait behind it; otherwise
 * it is set aside. A failure of the place is thrown, and nothing was done.
 */
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int MOST = 200;
    private static final int MOST_RETRIES = 200;
    private static final long LOCK_MILLIS = 500;
    private static final long STATEMENT_MILLIS = 30_000;
    private static final long LONGEST_WAIT_SECONDS = 16;
    private static final String BEHIND = "waits behind an earlier record of its person";

    private final RecordHandler handler;
    private final String consumer;
    private final JdbcRecords records;
    private final JdbcConsumers consumers;
    private final TransactionTemplate transaction;
    private final Progress progress;
    private final InstantSource clock;

    Delivery(
            RecordHandler handler,
            JdbcRecords records,
            JdbcConsumers consumers,
            TransactionTemplate transaction,
            Progress progress,
            InstantSource clock) {
        this.handler = handler;
        this.consumer = handler.consumer();
        this.records = records;
        this.consumers = consumers;
        this.transaction = transaction;
        this.progress = progress;
        this.clock = clock;
    }

    /** To be called once, before the first step: what was set aside may have been put right meanwhile. */
    void begin() {
        consumers.register(consumer, clock.instant());
        consumers.retryAll(consumer, clock.instant());
        progress.counts(consumers.count(consumer));
    }

    /** Handles what is there; true when there may be more. */
    boolean step() {
        retry();
        Batch batch = records.next(consumer, handler.takesChanges(), MOST);
        if (!batch.isEmpty()) {
            progress.sees(size(batch), batch.records().get(0).record().at());
            deliver(batch);
        }
        return batch.more();
    }

    private long size(Batch batch) {
        return batch.more()
                ? Math.max(records.waiting(consumer), batch.records().size())
                : batch.records().size();
    }

    /** Reads again how much is set aside. */
    void count() {
        progress.counts(consumers.count(consumer));
    }

    private void deliver(Batch batch) {
        if (!isDone(batch)) {
            long position = batch.position();
            for (Read read : batch.records()) {
                Batch alone = new Batch(position, List.of(read), true);
                if (batch.records().size() == 1 || !isDone(alone)) {
                    passOver(alone);
                }
                position = alone.after();
                progress.moves();
            }
        }
        progress.moves();
    }

    private @Nullable Throwable why;

    /** False when the batch, or a record of it, cannot be handled; {@link #why} tells. */
    private boolean isDone(Batch batch) {
        try {
            List<DeliveredRecord> done = transaction.execute(status -> handle(batch));
            announce(Objects.requireNonNull(done));
            return true;
        } catch (RuntimeException | Error e) {
            why = ofRecord(e);
            return false;
        }
    }

    /** The failure, unless it is of the place: then it is thrown on. */
    private static Throwable ofRecord(Throwable failure) {
        if (JdbcFault.of(failure) == JdbcFault.PLACE) {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
        return failure;
    }

    private List<DeliveredRecord> handle(Batch batch) {
        consumers.limit(LOCK_MILLIS, STATEMENT_MILLIS);
        advance(batch);
        Set<String> waiting =
                progress.counts().waiting() == 0 ? Set.of() : consumers.waiting(consumer, batch.persons());
        List<DeliveredRecord> now = new ArrayList<>();
        List<Long> changes = new ArrayList<>();
        for (Read read : batch.records()) {
            if (waiting.contains(read.record().personId())) {
                consumers.setAside(consumer, read, new SetAside(BEHIND, 0, clock.instant()), clock.instant());
            } else {
                now.add(read.record());
                if (!read.isEvent()) {
                    changes.add(read.record().seq());
                }
            }
        }
        if (!consumers.remove(changes)) {
            throw new PositionMoved(consumer);
        }
        if (!now.isEmpty()) {
            handler.handle(now);
        }
        return now;
    }

    private void advance(Batch batch) {
        long after = batch.after();
        try {
            if (after != batch.position() && !consumers.advance(consumer, batch.position(), after, clock.instant())) {
                throw new PositionMoved(consumer);
            }
        } catch (PessimisticLockingFailureException e) {
            throw new PositionMoved(consumer);
        }
    }

    private void announce(List<DeliveredRecord> done) {
        try {
            if (!done.isEmpty()) {
                handler.committed(done);
            }
        } catch (RuntimeException e) {
            LOG.warn("What the consumer {} did could not be announced: {}", consumer, JdbcFault.reason(e));
        }
    }

    private void passOver(Batch alone) {
        Throwable failure = Objects.requireNonNull(why);
        Read read = alone.records().get(0);
        SetAside aside = aside(failure, 0);
        transaction.executeWithoutResult(status -> {
            consumers.limit(LOCK_MILLIS, STATEMENT_MILLIS);
            advance(alone);
            consumers.setAside(consumer, read, aside, clock.instant());
        });
        count();
        tell(read.record().seq(), read.event(), aside);
    }

    private SetAside aside(Throwable failure, int triesBefore) {
        boolean locked = JdbcFault.of(failure) == JdbcFault.LOCK;
        long seconds = Math.min(LONGEST_WAIT_SECONDS, 1L << Math.min(triesBefore, 10));
        Instant retryAt = locked ? clock.instant().plus(Duration.ofSeconds(seconds)) : null;
        return new SetAside(JdbcFault.reason(failure), triesBefore + 1, retryAt);
    }

    private void tell(long seq, @Nullable String event, SetAside aside) {
        if (aside.retryAt() == null) {
            LOG.error(
                    "The consumer {} sets record {} aside, event {}: {}; the others go on",
                    consumer,
                    seq,
                    event,
                    aside.reason());
        } else if (aside.tries() == 1) {
            LOG.warn("The consumer {} tries record {} again, event {}: {}", consumer, seq, event, aside.reason());
        }
    }

    /** Tries what is due; what waits for a lock holds up the rest once at most. */
    private void retry() {
        boolean go = progress.counts().waiting() > 0;
        for (int i = 0; go && i < MOST_RETRIES; i++) {
            go = retryNext();
        }
    }

    /** Whether there was one and it was done with. */
    private boolean retryNext() {
        Due[] due = {null};
        try {
            Optional<DeliveredRecord> done = Objects.requireNonNull(transaction.execute(status -> {
                consumers.limit(LOCK_MILLIS, STATEMENT_MILLIS);
                due[0] = consumers.due(consumer, clock.instant()).orElse(null);
                return due[0] == null ? Optional.<DeliveredRecord>empty() : handleAgain(due[0]);
            }));
            done.ifPresent(record -> announce(List.of(record)));
        } catch (RuntimeException | Error e) {
            failedAgain(due[0], ofRecord(e));
            return false;
        }
        if (due[0] != null) {
            count();
            progress.moves();
        }
        return due[0] != null;
    }

    private Optional<DeliveredRecord> handleAgain(Due due) {
        Optional<Read> read = records.find(due.seq(), due.day());
        consumers.forget(consumer, due.seq());
        if (read.isEmpty()) {
            LOG.warn("Record {} that the consumer {} set aside is no longer kept", due.seq(), consumer);
            return Optional.empty();
        }
        if (due.day() == null && !consumers.remove(List.of(due.seq()))) {
            throw new PositionMoved(consumer);
        }
        handler.handle(List.of(read.get().record()));
        return read.map(Read::record);
    }

    private void failedAgain(@Nullable Due due, Throwable failure) {
        if (due == null) {
            throw new IllegalStateException("What is set aside cannot be looked up", failure);
        }
        SetAside aside = aside(failure, due.tries());
        consumers.failedAgain(consumer, due.seq(), aside);
        count();
        tell(due.seq(), null, aside);
    }
}

package org.quanzu.journal.consumer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.quanzu.journal.consumer.JdbcConsumers.Counts;

/** How far a consumer is behind, and since when it does not move. Written by its thread, read by metrics and health. */
final class Progress {
    private final InstantSource clock;
    private volatile long waiting;
    private volatile @Nullable Instant oldest;
    private volatile @Nullable Instant busySince;
    private volatile @Nullable Instant failingSince;
    private volatile String failure = "";
    private volatile Counts counts = new Counts(0, 0, null);

    Progress(InstantSource clock) {
        this.clock = clock;
    }

    /** A step begins. */
    void begins() {
        busySince = clock.instant();
    }

    /** This many records are there, the oldest of then. */
    void sees(long records, Instant since) {
        waiting = records;
        oldest = since;
    }

    /** Something was done. */
    void moves() {
        busySince = clock.instant();
        failingSince = null;
    }

    /** A step is over; {@code more} tells whether others are known to be there. */
    void ends(boolean more) {
        busySince = null;
        failingSince = null;
        if (!more) {
            waiting = 0;
            oldest = null;
        }
    }

    /** A step failed; true when it is the first time, or for another reason. */
    boolean fails(String reason) {
        boolean news = failingSince == null || !failure.equals(reason);
        failure = reason;
        busySince = null;
        if (failingSince == null) {
            failingSince = clock.instant();
        }
        return news;
    }

    void counts(Counts now) {
        counts = now;
    }

    Counts counts() {
        return counts;
    }

    /** Records the consumer has before it, those that wait to be tried again among them. */
    long waiting() {
        return waiting + counts.waiting();
    }

    /** How long the oldest record has been waiting. */
    double lagSeconds() {
        Instant since = oldest;
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
    }

    /** Whether it has failed, or been about one thing, for longer than that. */
    boolean stands(Duration longest) {
        Instant limit = clock.instant().minus(longest);
        return isBefore(failingSince, limit) || isBefore(busySince, limit);
    }

    private static boolean isBefore(@Nullable Instant since, Instant limit) {
        return since != null && since.isBefore(limit);
    }

    /** Why it fails; empty when it does not. */
    String failure() {
        return failingSince == null ? "" : failure;
    }
}

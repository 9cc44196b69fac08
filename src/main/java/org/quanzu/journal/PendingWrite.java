package org.quanzu.journal;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.EventKey;

/** A record on its way to the disk; it cannot arrive there without the pending one it was scored after. */
public final class PendingWrite {
    private final JournalRecord record;
    private final CompletableFuture<PendingWrite> settled = new CompletableFuture<>();
    private volatile @Nullable PendingWrite basedOn;
    private volatile @Nullable NotDurable failure;
    private long seq;

    PendingWrite(JournalRecord record, @Nullable PendingWrite basedOn) {
        this.record = record;
        this.basedOn = basedOn;
    }

    public JournalRecord record() {
        return record;
    }

    public EventKey key() {
        return record.event().key();
    }

    /** Completes when the record is durable, or with {@link NotDurable}. */
    public CompletableFuture<PendingWrite> settled() {
        return settled;
    }

    /** The pending write this one was scored after, as long as it is pending. */
    public @Nullable PendingWrite basedOn() {
        return basedOn;
    }

    public boolean isPending() {
        return !settled.isDone();
    }

    public boolean hasFailed() {
        return failure != null || settled.isCompletedExceptionally();
    }

    @Nullable NotDurable failure() {
        return failure;
    }

    long seq() {
        return seq;
    }

    void take(long number) {
        seq = number;
    }

    void succeed() {
        basedOn = null;
        settled.complete(this);
    }

    void fail(NotDurable why) {
        settled.completeExceptionally(why);
        failure = why;
        basedOn = null;
    }
}

package org.quanzu.journal;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.EventKey;

/** A line on its way to the disk; it cannot arrive there without the pending one it was scored after. */
public final class Entry {
    private final Line line;
    private final CompletableFuture<Entry> settled = new CompletableFuture<>();
    private volatile @Nullable Entry basedOn;
    private volatile @Nullable NotDurable failure;
    private long seq;

    Entry(Line line, @Nullable Entry basedOn) {
        this.line = line;
        this.basedOn = basedOn;
    }

    public Line line() {
        return line;
    }

    public EventKey key() {
        return line.event().key();
    }

    /** Completes when the line is durable, or with {@link NotDurable}. */
    public CompletableFuture<Entry> settled() {
        return settled;
    }

    /** The pending entry this one was scored after, as long as it is pending. */
    public @Nullable Entry basedOn() {
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

package org.quanzu.personcache;

import org.jspecify.annotations.Nullable;
import org.quanzu.assessor.PersonState;
import org.quanzu.event.EventKey;
import org.quanzu.journal.PendingWrite;

/** A person in memory: the state after the last event taken, durable or still pending. Changed only while held. */
public final class CachedPerson {
    private final long epoch;
    private volatile PersonState state;
    private volatile @Nullable PendingWrite last;

    CachedPerson(PersonState state, long epoch) {
        this.state = state;
        this.epoch = epoch;
    }

    public PersonState state() {
        return state;
    }

    public String personId() {
        return state.personId();
    }

    /** The last write of this person that may be pending. */
    public @Nullable PendingWrite pending() {
        PendingWrite write = last;
        return write != null && write.isPending() ? write : null;
    }

    /** The write the state rests on, unless it is durable; it may have failed by now, and then what rests on it must too. */
    public @Nullable PendingWrite basis() {
        PendingWrite write = last;
        return write != null && (write.isPending() || write.hasFailed()) ? write : null;
    }

    /** The pending write of this key, if there is one. */
    public @Nullable PendingWrite pending(EventKey key) {
        for (PendingWrite write = last; write != null; write = write.basedOn()) {
            if (write.isPending() && write.key().equals(key)) {
                return write;
            }
        }
        return null;
    }

    /** The person after an event that was handed to the journal as {@code write}. */
    public void advance(PersonState after, PendingWrite write) {
        state = after;
        last = write;
    }

    boolean endsWith(PendingWrite write) {
        return last == write;
    }

    boolean isSound(long currentEpoch) {
        PendingWrite write = last;
        return epoch == currentEpoch && (write == null || !write.hasFailed());
    }
}

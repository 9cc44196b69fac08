package org.quanzu.personcache;

import org.jspecify.annotations.Nullable;
import org.quanzu.assessor.PersonState;
import org.quanzu.event.EventKey;
import org.quanzu.journal.Entry;

/** A person in memory: the state after the last event taken, durable or still pending. Changed only while held. */
public final class CachedPerson {
    private final long epoch;
    private volatile PersonState state;
    private volatile @Nullable Entry last;

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

    /** The last entry of this person that may be pending. */
    public @Nullable Entry pending() {
        Entry entry = last;
        return entry != null && entry.isPending() ? entry : null;
    }

    /** The entry the state rests on, unless it is durable; it may have failed by now, and then what rests on it must too. */
    public @Nullable Entry basis() {
        Entry entry = last;
        return entry != null && (entry.isPending() || entry.hasFailed()) ? entry : null;
    }

    /** The pending entry of this key, if there is one. */
    public @Nullable Entry pending(EventKey key) {
        for (Entry entry = last; entry != null; entry = entry.basedOn()) {
            if (entry.isPending() && entry.key().equals(key)) {
                return entry;
            }
        }
        return null;
    }

    /** The person after an event that was handed to the journal as {@code entry}. */
    public void advance(PersonState after, Entry entry) {
        state = after;
        last = entry;
    }

    boolean endsWith(Entry entry) {
        return last == entry;
    }

    boolean isSound(long currentEpoch) {
        Entry entry = last;
        return epoch == currentEpoch && (entry == null || !entry.hasFailed());
    }
}

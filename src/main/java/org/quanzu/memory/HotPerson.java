package org.quanzu.memory;

import org.jspecify.annotations.Nullable;
import org.quanzu.event.EventKey;
import org.quanzu.journal.Entry;
import org.quanzu.journal.Standing;
import org.quanzu.profile.Profile;

/**
 * A person in memory as after the last event taken, durable or still pending. Changed only while the person is held.
 */
public final class HotPerson {
    private final String personId;
    private final long epoch;
    private final @Nullable String mergedInto;
    private final RecentKeys keys;
    private Profile profile;
    private boolean registered;
    private int sinceSnapshot;
    private volatile Standing standing;
    private volatile @Nullable Entry last;

    HotPerson(Recollected found, long epoch) {
        personId = found.profile().personId();
        mergedInto = found.mergedInto();
        keys = found.keys();
        profile = found.profile();
        registered = found.registered();
        sinceSnapshot = found.sinceSnapshot();
        standing = found.standing();
        this.epoch = epoch;
    }

    /** A person as read from the journal and the register. */
    record Recollected(
            Profile profile,
            Standing standing,
            RecentKeys keys,
            int sinceSnapshot,
            boolean registered,
            @Nullable String mergedInto) {}

    public String personId() {
        return personId;
    }

    /** The person this provisional one turned out to be. */
    public @Nullable String mergedInto() {
        return mergedInto;
    }

    public Profile profile() {
        return profile;
    }

    public Standing standing() {
        return standing;
    }

    /** Whether the person has been registered, by an event or by being told of. */
    public boolean isRegistered() {
        return registered;
    }

    /** Events since the last snapshot. */
    public int sinceSnapshot() {
        return sinceSnapshot;
    }

    /** The last entry of this person that may be pending. */
    public @Nullable Entry pending() {
        Entry entry = last;
        return entry != null && entry.isPending() ? entry : null;
    }

    /** The entry the profile rests on, unless it is durable; it may have failed by now, and then what rests on it must too. */
    public @Nullable Entry basis() {
        Entry entry = last;
        return entry != null && (entry.isPending() || entry.hasFailed()) ? entry : null;
    }

    /** Whether an event of this key may have come before; false is certain only for the latest ones. */
    public boolean mayKnow(EventKey key) {
        return keys.mayContain(key);
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
    public void advance(Profile after, Standing now, Entry entry) {
        profile = after;
        standing = now;
        registered = true;
        sinceSnapshot = entry.line().snapshot() == null ? sinceSnapshot + 1 : 0;
        keys.add(entry.key());
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

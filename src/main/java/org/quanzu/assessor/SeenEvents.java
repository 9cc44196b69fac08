package org.quanzu.assessor;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.quanzu.event.EventKey;

/**
 * The latest {@value #MOST} events of a person, each as a hash of its key and one of its content; immutable. Successors
 * share one array: the first successor of a value appends in place, any other one copies.
 */
public final class SeenEvents {
    public static final int MOST = 256;
    /** The content of an event is not known, only its key. */
    public static final long UNKNOWN_CONTENT = 0;

    public static final SeenEvents NONE = new SeenEvents(new Shared(0), 0);

    private static final int FEW = 8;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private final Shared shared;
    private final int end;

    private SeenEvents(Shared shared, int end) {
        this.shared = shared;
        this.end = end;
    }

    /** Pairs of hashes, of which {@code used} are taken by one value or another. */
    private static final class Shared {
        private final long[] keys;
        private final long[] contents;
        private final AtomicInteger used;

        Shared(int room) {
            keys = new long[room];
            contents = new long[room];
            used = new AtomicInteger();
        }
    }

    /** What is known of an event. */
    public enum Known {
        NEW,
        SAME,
        OTHER_CONTENT
    }

    public SeenEvents with(EventKey key, long content) {
        return with(hash(key), content);
    }

    /** These, and after them those of another person. */
    SeenEvents with(SeenEvents others) {
        SeenEvents both = this;
        for (int i = 0; i < others.size(); i++) {
            both = both.with(others.key(i), others.content(i));
        }
        return both;
    }

    SeenEvents with(long key, long content) {
        boolean mine = end < shared.keys.length && shared.used.compareAndSet(end, end + 1);
        SeenEvents target = mine ? this : copy();
        target.shared.keys[target.end] = key;
        target.shared.contents[target.end] = content;
        return new SeenEvents(target.shared, target.end + 1);
    }

    /** The latest events in an array of their own, with room for one more already taken. */
    private SeenEvents copy() {
        int size = Math.min(size(), MOST - 1);
        Shared own = new Shared(Math.min(MOST * 2, Math.max(FEW, size * 2)));
        System.arraycopy(shared.keys, end - size, own.keys, 0, size);
        System.arraycopy(shared.contents, end - size, own.contents, 0, size);
        own.used.set(size + 1);
        return new SeenEvents(own, size);
    }

    public Known find(EventKey key, long content) {
        long wanted = hash(key);
        for (int i = end - 1; i >= end - size(); i--) {
            if (shared.keys[i] == wanted) {
                boolean same = content == UNKNOWN_CONTENT
                        || shared.contents[i] == UNKNOWN_CONTENT
                        || shared.contents[i] == content;
                return same ? Known.SAME : Known.OTHER_CONTENT;
            }
        }
        return Known.NEW;
    }

    /** Whether an event of this key is among the latest, whatever it said. */
    public boolean mayKnow(EventKey key) {
        return find(key, UNKNOWN_CONTENT) != Known.NEW;
    }

    public int size() {
        return Math.min(end, MOST);
    }

    long key(int i) {
        return shared.keys[end - size() + i];
    }

    long content(int i) {
        return shared.contents[end - size() + i];
    }

    private static long hash(EventKey key) {
        long hash = hash(FNV_OFFSET, key.source()) * FNV_PRIME;
        return hash(hash, key.eventId());
    }

    private static long hash(long before, String text) {
        long hash = before;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    /** A hash of what an event says in its canonical form (FNV-1a, 64 bits), never {@link #UNKNOWN_CONTENT}. */
    public static long contentOf(byte[] canonical) {
        long hash = FNV_OFFSET;
        for (byte one : canonical) {
            hash = (hash ^ (one & 0xFF)) * FNV_PRIME;
        }
        return hash == UNKNOWN_CONTENT ? 1 : hash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeenEvents that
                && Arrays.equals(shared.keys, end - size(), end, that.shared.keys, that.end - that.size(), that.end)
                && Arrays.equals(
                        shared.contents, end - size(), end, that.shared.contents, that.end - that.size(), that.end);
    }

    @Override
    public int hashCode() {
        return end == 0 ? 0 : Long.hashCode(shared.keys[end - 1]);
    }
}

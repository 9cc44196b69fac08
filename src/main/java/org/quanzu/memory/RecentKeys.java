package org.quanzu.memory;

import java.util.Arrays;
import org.quanzu.event.EventKey;

/** Fingerprints of a person's latest {@value #MOST} event keys, to tell most repeats without asking the database. */
final class RecentKeys {
    static final int MOST = 512;
    private static final int FEW = 8;
    private static final int HALF = 32;

    private long[] prints = new long[FEW];
    private int size;
    private int next;

    void add(EventKey key) {
        if (size == prints.length && size < MOST) {
            prints = Arrays.copyOf(prints, size * 2);
            next = size;
        }
        prints[next] = print(key);
        next = (next + 1) % prints.length;
        size = Math.max(size, next == 0 ? prints.length : next);
    }

    boolean mayContain(EventKey key) {
        long print = print(key);
        for (int i = 0; i < size; i++) {
            if (prints[i] == print) {
                return true;
            }
        }
        return false;
    }

    private static long print(EventKey key) {
        return ((long) key.source().hashCode() << HALF) ^ (key.eventId().hashCode() * 0x9E3779B97F4A7C15L);
    }
}

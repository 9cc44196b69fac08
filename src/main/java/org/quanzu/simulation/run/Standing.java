package org.quanzu.simulation.run;

/** Which levels of one person are still valid at a moment; each by the rank of the level. */
final class Standing {
    private static final int RANKS = 16;
    private final long[] until = new long[RANKS];

    /** The highest rank that is valid at {@code atMillis}; 0 for none. */
    int rank(long atMillis) {
        for (int rank = RANKS - 1; rank > 0; rank--) {
            if (until[rank] > atMillis) {
                return rank;
            }
        }
        return 0;
    }

    void reached(int rank, long untilMillis) {
        int kept = Math.min(rank, RANKS - 1);
        until[kept] = Math.max(until[kept], untilMillis);
    }
}

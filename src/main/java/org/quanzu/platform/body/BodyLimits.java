package org.quanzu.platform.body;

import java.time.Duration;

/**
 * How much of a body is taken.
 *
 * @param bytes the longest body
 * @param lines the most lines that are not blank
 * @param patience how long it may take from its first byte on, whatever its length
 * @param bytesPerSecond what a sender must do at least in the long run
 */
public record BodyLimits(int bytes, int lines, Duration patience, int bytesPerSecond) {
    private static final int SLOWEST = 16_384;

    /** Of one document. */
    public static BodyLimits ofRequest(int bytes, Duration patience) {
        return new BodyLimits(bytes, Integer.MAX_VALUE, patience, SLOWEST);
    }

    /** Of many lines. */
    public static BodyLimits ofBatch(int bytes, int lines, Duration patience) {
        return new BodyLimits(bytes, lines, patience, SLOWEST);
    }

    boolean areOverrun(long read, Duration taken) {
        return taken.compareTo(patience.plusSeconds(read / bytesPerSecond)) > 0;
    }
}

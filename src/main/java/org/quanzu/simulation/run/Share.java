package org.quanzu.simulation.run;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * How many of {@code all} were {@code hits}, and between what that share lies with a confidence of 95 %: the score interval of
 * E. B. Wilson, JASA 22 (1927), 209-212. Nothing of nothing lies anywhere from 0 to 1.
 */
public record Share(long hits, long all, double share, double low, double high) {
    private static final double ERROR_RATE = 0.05;

    public static Share of(long hits, long all) {
        if (all == 0) {
            return new Share(0, 0, 0, 0, 1);
        }
        Interval interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate((int) all, (int) hits, ERROR_RATE);
        return new Share(hits, all, (double) hits / all, interval.getLowerBound(), interval.getUpperBound());
    }
}

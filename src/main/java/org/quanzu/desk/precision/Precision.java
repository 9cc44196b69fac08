package org.quanzu.desk.precision;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A share from 0 to 1 and between what it lies with a confidence of 95 %: the score interval of E. B. Wilson, Probable
 * inference, the law of succession, and statistical inference, JASA 22 (1927), 209-212.
 */
public record Precision(double share, double low, double high) {
    /** Fewer cases say nothing, and might point at one person. */
    public static final int FEWEST = 5;

    private static final double ERROR_RATE = 0.05;

    /** Null when there are fewer than {@link #FEWEST}. */
    static @Nullable Precision of(int right, int all) {
        if (all < FEWEST) {
            return null;
        }
        Interval interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(all, right, ERROR_RATE);
        return new Precision((double) right / all, interval.getLowerBound(), interval.getUpperBound());
    }
}

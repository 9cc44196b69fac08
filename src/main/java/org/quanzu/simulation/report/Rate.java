package org.quanzu.simulation.report;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * How often something happened in so many person-days: per thousand of them, and between what that lies with a confidence of 95 %:
 * the exact interval of F. Garwood, Biometrika 28 (1936), 437-442.
 */
public record Rate(long count, long personDays, double perThousand, double low, double high) {
    private static final double TAIL = 0.025;
    private static final double THOUSAND = 1000;

    static Rate of(long count, long personDays) {
        if (personDays == 0) {
            return new Rate(count, 0, 0, 0, 0);
        }
        double unit = THOUSAND / personDays;
        return new Rate(count, personDays, count * unit, low(count) * unit, high(count) * unit);
    }

    /** The least mean of a Poisson number with which so many or more are still to be expected. */
    static double low(long count) {
        return count == 0 ? 0 : ChiSquaredDistribution.of(2.0 * count).inverseCumulativeProbability(TAIL) / 2;
    }

    /** The greatest mean with which so few are still to be expected. */
    static double high(long count) {
        return ChiSquaredDistribution.of(2.0 * count + 2).inverseSurvivalProbability(TAIL) / 2;
    }
}

package org.quanzu.fact;

/** The person's outgoing payments before a moment: how many, their sum and the largest (in {@link Units}). */
public record Habits(int payments, long sumUnits, long largestUnits) {
    public static final Habits NONE = new Habits(0, 0, 0);
    private static final int ENOUGH = 5;

    public Habits paid(long units) {
        if (units == Units.UNKNOWN) {
            return this;
        }
        return new Habits(payments + 1, Units.plus(sumUnits, units), Math.max(largestUnits, units));
    }

    public Habits and(Habits other) {
        return new Habits(
                payments + other.payments,
                Units.plus(sumUnits, other.sumUnits),
                Math.max(largestUnits, other.largestUnits));
    }

    /** {@code units} as a multiple of the mean payment; not a number before enough payments. */
    double timesUsual(long units) {
        return payments < ENOUGH || units == Units.UNKNOWN ? Double.NaN : (double) units * payments / sumUnits;
    }

    /** {@code units} as a multiple of the largest payment; not a number before enough payments. */
    double timesLargest(long units) {
        return payments < ENOUGH || units == Units.UNKNOWN ? Double.NaN : (double) units / largestUnits;
    }
}

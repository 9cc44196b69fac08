package org.quanzu.fact;

/**
 * The summary of earlier dealings with one account or number: how often each way, how many of them were payments of
 * unknown worth, first and last time (epoch milliseconds), and the money that went each way (in {@link Units}).
 */
public record Acquaintance(
        int in,
        int out,
        int unpriced,
        long firstMillis,
        long lastMillis,
        long receivedUnits,
        long paidUnits,
        long lastUnits) {
    public static final Acquaintance NONE = new Acquaintance(0, 0, 0, Long.MAX_VALUE, Long.MIN_VALUE, 0, 0, 0);
    private static final long MILLIS_PER_DAY = 86_400_000L;

    public int times() {
        return in + out;
    }

    int priced() {
        return times() - unpriced;
    }

    /** Whole days from the first time until {@code atMillis}; 0 when new. */
    public int daysKnown(long atMillis) {
        return times() == 0 ? 0 : (int) Math.max(0, (atMillis - firstMillis) / MILLIS_PER_DAY);
    }

    long usualUnits() {
        return Units.plus(receivedUnits, paidUnits) / Math.max(1, priced());
    }

    /** With one more dealing of {@code units} (0 for a call or message). */
    public Acquaintance met(boolean incoming, long atMillis, long units) {
        return and(new Acquaintance(
                incoming ? 1 : 0,
                incoming ? 0 : 1,
                units == Units.UNKNOWN ? 1 : 0,
                atMillis,
                atMillis,
                incoming && units != Units.UNKNOWN ? units : 0,
                incoming || units == Units.UNKNOWN ? 0 : units,
                units));
    }

    public Acquaintance and(Acquaintance other) {
        return new Acquaintance(
                in + other.in,
                out + other.out,
                unpriced + other.unpriced,
                Math.min(firstMillis, other.firstMillis),
                Math.max(lastMillis, other.lastMillis),
                Units.plus(receivedUnits, other.receivedUnits),
                Units.plus(paidUnits, other.paidUnits),
                lastMillis > other.lastMillis ? lastUnits : other.lastUnits);
    }
}

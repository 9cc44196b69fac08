package org.quanzu.simulation.feed;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Lets no more than so many events a second pass, measured from the first one. */
final class Pace {
    private static final double SECOND = 1e9;

    private final double perSecond;
    private final LongSupplier nanos;
    private final long start;
    private long passed;

    Pace(double perSecond, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.nanos = nanos;
        start = nanos.getAsLong();
    }

    /** Waits until {@code more} events may pass. */
    void pass(int more) {
        for (long left = left(); left > 0; left = left()) {
            LockSupport.parkNanos(left);
        }
        passed += more;
    }

    /** Nanoseconds until the next event may pass; none or fewer when it may pass now. */
    long left() {
        return start + Math.round(passed / perSecond * SECOND) - nanos.getAsLong();
    }
}

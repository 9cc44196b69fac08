package org.quanzu.desk;

import org.jspecify.annotations.Nullable;

/** Somebody works with a lease that is over; nothing was recorded. */
public final class LeaseEnded extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Case now;

    public LeaseEnded(Case now) {
        super("The lease on case " + now.caseId() + " has ended; nothing was recorded, the case is " + now.state()
                + " now\nMaybe take it again and record the same once more");
        this.now = now;
    }

    /** The case as it is now. */
    public Case now() {
        return now;
    }

    /** Who has the case now; null when nobody has. */
    public @Nullable String holder() {
        Case.Lease lease = now.lease();
        return lease == null ? null : lease.operator();
    }
}

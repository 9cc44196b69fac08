package org.quanzu.console.cases;

import org.jspecify.annotations.Nullable;

/** Nothing was recorded: the lease ended, somebody changed the case, or what was entered cannot be. */
public final class Unsaved extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Why why;
    private final String detail;

    private Unsaved(Why why, String detail) {
        super("Nothing was recorded: " + why + " " + detail, null, false, false);
        this.why = why;
        this.detail = detail;
    }

    /** The lease is over; {@code holder} has the case now, or nobody. */
    public static Unsaved leaseEnded(@Nullable String holder) {
        return new Unsaved(holder == null ? Why.ENDED : Why.TAKEN, holder == null ? "" : holder);
    }

    /** {@code by} changed the case after the page was made. */
    public static Unsaved changed(String by) {
        return new Unsaved(Why.CHANGED, by);
    }

    /** What was entered cannot be; {@code key} is a message. */
    public static Unsaved invalid(String key) {
        return new Unsaved(Why.INVALID, key);
    }

    public Why why() {
        return why;
    }

    public String detail() {
        return detail;
    }

    /** Why nothing was recorded. */
    public enum Why {
        ENDED,
        TAKEN,
        CHANGED,
        INVALID
    }
}

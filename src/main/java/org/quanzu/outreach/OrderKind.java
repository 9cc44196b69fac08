package org.quanzu.outreach;

import java.time.Duration;

/** The kinds of order, the most urgent first. */
public enum OrderKind {
    STOP_PAYMENT(Duration.ofHours(48), false),
    FREEZE(Duration.ofHours(48), false),
    THREE_PARTY_CALL(Duration.ofMinutes(30), true),
    VISIT(Duration.ofHours(24), true),
    PROTECTIVE_TRANSFER(Duration.ofHours(24), true),
    MESSAGE(Duration.ofHours(12), true);

    private final Duration useful;
    private final boolean retried;

    OrderKind(Duration useful, boolean retried) {
        this.useful = useful;
        this.retried = retried;
    }

    /** How long after it was put an order is still worth sending. */
    Duration useful() {
        return useful;
    }

    /** Whether a machine may send it again; a second stop of an account would be its last. */
    boolean isRetried() {
        return retried;
    }
}

package org.quanzu.desk.contact;

import java.time.Instant;

/** Why a person is not to be disturbed before a moment. */
public record Restraint(Reason reason, Instant until) {

    /** The courtesy that asks for it. */
    public enum Reason {
        QUIET_HOURS,
        ENOUGH_TODAY
    }
}

package org.quanzu.assessment;

/** What was told of a person, or of two, cannot be so; nothing has changed. */
public final class PersonChangeRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public PersonChangeRefused(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why not. */
    public enum Reason {
        /** Nobody of such an id is known. */
        UNKNOWN,
        /** What was told before has changed since the caller read it. */
        STALE,
        /** A phone or account names another person by what another source told. */
        OF_OTHERS,
        /** The persons cannot be merged or separated as they are. */
        CONFLICT
    }
}

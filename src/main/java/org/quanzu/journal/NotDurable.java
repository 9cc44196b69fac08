package org.quanzu.journal;

import org.jspecify.annotations.Nullable;

/** A record was not kept, and nothing of it is there; what it was scored on may no longer hold. */
public final class NotDurable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean superseded;

    private NotDurable(String message, Throwable cause, boolean superseded) {
        super(message, cause);
        this.superseded = superseded;
    }

    static NotDurable because(Throwable cause) {
        return new NotDurable(
                "The journal could not write: " + cause.getMessage() + "\nMaybe the database is down or full",
                cause,
                false);
    }

    static NotDurable full() {
        return because(new IllegalStateException("its queue is full"));
    }

    static NotDurable superseded() {
        return new NotDurable(
                "The event, or one it was scored after, was there before",
                new IllegalStateException("the event's key exists"),
                true);
    }

    /** Whether the record itself or one before it turned out to be a repeat, so that it is worth scoring again. */
    public boolean isSuperseded() {
        return superseded;
    }

    /** Why nothing was written, without the database's own words: they may quote what was to be written. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private static final String UNIQUE_VIOLATION = "23505";

        private final String state;

        Refusal(@Nullable String state) {
            super("SQLSTATE " + state);
            this.state = String.valueOf(state);
        }

        boolean isKnownKey() {
            return state.equals(UNIQUE_VIOLATION);
        }

        /** Whether it is about what was to be written, not about the database. */
        boolean isAboutContent() {
            return state.startsWith("22") || state.startsWith("23");
        }
    }
}

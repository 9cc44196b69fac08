package org.quanzu.assessment;

/** The event could not be made durable now; nothing of it was kept, and it may be sent again. */
public final class IntakeUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IntakeUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}

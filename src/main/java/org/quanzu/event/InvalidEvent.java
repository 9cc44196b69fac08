package org.quanzu.event;

/** A field of an event that cannot be accepted; {@link #pointer()} is its JSON Pointer (RFC 6901) within the event. */
public final class InvalidEvent extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    public InvalidEvent(String pointer, String message) {
        super(message);
        this.pointer = pointer;
    }

    public String pointer() {
        return pointer;
    }
}

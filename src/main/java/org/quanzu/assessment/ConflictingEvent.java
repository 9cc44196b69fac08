package org.quanzu.assessment;

import org.quanzu.event.EventKey;

/** The same event id came again from the same source with other content. */
public final class ConflictingEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConflictingEvent(EventKey key) {
        this("Event \"" + key.eventId() + "\" was sent before with other content\n"
                + "Maybe an id is used twice; a corrected event needs an id of its own");
    }

    private ConflictingEvent(String message) {
        super(message);
    }

    /** What it was compared with is gone. */
    public static ConflictingEvent erased(EventKey key) {
        return new ConflictingEvent("Event \"" + key.eventId() + "\" was sent before and erased with its person\n"
                + "Maybe it need not be sent again; a new event needs an id of its own");
    }
}

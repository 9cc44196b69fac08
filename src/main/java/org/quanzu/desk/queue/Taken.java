package org.quanzu.desk.queue;

import java.time.Instant;
import java.util.UUID;
import org.quanzu.desk.Hold;

/** A case that one operator, and nobody else, works on until a moment. */
public record Taken(String caseId, UUID lease, Instant until) {

    /** What to show when the case is changed. */
    public Hold hold() {
        return new Hold(caseId, lease);
    }
}

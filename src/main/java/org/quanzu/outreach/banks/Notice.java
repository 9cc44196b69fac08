package org.quanzu.outreach.banks;

import java.util.UUID;

/**
 * Something a source is told of a person it knows. {@code seq} is its place among the notices of the installation, {@code id}
 * stays the same for each try to deliver it, {@code body} is the JSON that is read and posted.
 */
public record Notice(long seq, UUID id, String source, String body, int tries) {

    /** What a notice is about. */
    public enum Kind {
        LEVEL_CHANGED,
        HOLD_DECIDED
    }
}

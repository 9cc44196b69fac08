package org.quanzu.journal.consumer;

import java.time.Instant;
import org.quanzu.journal.consumer.DeliveredRecord.Kind;

/** Changes of persons that no event tells of, on their way to the consumers, in their place among the person's events. */
public interface PersonChanges {

    /**
     * Appends a change in the caller's transaction, while the person is held; {@code body} is what
     * {@link DeliveredRecord.Content#bytes} gives back.
     */
    void append(String personId, Kind kind, Instant at, byte[] body);
}

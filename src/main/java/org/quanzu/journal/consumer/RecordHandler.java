package org.quanzu.journal.consumer;

import java.util.List;

/**
 * Keeps what follows from records of the journal. What it writes commits together with the consumer's position, or not at all;
 * a record it met before must change nothing.
 */
public interface RecordHandler {

    /** The name of the consumer, the key of its position. */
    String consumer();

    /** Whether it is for changes of persons too, or for events alone. */
    boolean takesChanges();

    /** Writes what follows from {@code records}, in their order, in the transaction that has begun. */
    void handle(List<DeliveredRecord> records);

    /** Called once that is committed. */
    default void committed(List<DeliveredRecord> records) {}
}

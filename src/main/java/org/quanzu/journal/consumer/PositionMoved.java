package org.quanzu.journal.consumer;

/** Another process moved a consumer's position, holds it, or did what stood before it. */
final class PositionMoved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PositionMoved(String consumer) {
        super("Somebody else moves the position of the consumer " + consumer
                + "\nMaybe two processes consume the journal of one database; stop one of them");
    }
}

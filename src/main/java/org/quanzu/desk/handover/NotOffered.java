package org.quanzu.desk.handover;

/** An offer cannot be answered by whoever tries; nothing was recorded. */
public final class NotOffered extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotOffered(long id, String problem) {
        super("Hand-over " + id + " " + problem + "\nMaybe look at the offers again");
    }
}

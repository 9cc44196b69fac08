package org.quanzu.outreach.automatic;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Who was told what by itself. */
interface SentMessages {

    /**
     * Remembers each of {@code messages}, one per person and family, unless the person was told of the family before at this
     * level or a higher one and not long ago; returns the orders of those it remembered.
     */
    Set<UUID> remember(Collection<Ranked> messages);

    /** What is to be told, and how bad its level is. */
    record Ranked(AutoMessage message, int rank) {}
}

package org.quanzu.outreach.automatic;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Who was told what by itself. */
interface Told {

    /**
     * Remembers each of {@code tellings}, one per person and family, unless the person was told of the family before at this
     * level or a higher one and not long ago; returns the orders of those it remembered.
     */
    Set<UUID> remember(DataSource transaction, Collection<Ranked> tellings);

    /** What is to be told, and how bad its level is. */
    record Ranked(Telling telling, int rank) {}
}

package org.quanzu.person;

import org.quanzu.event.Event;
import org.quanzu.fact.Surroundings;
import org.quanzu.watchlist.NumberPlan;

/** How many other persons newly paid an account, or were called by a number, in the 24 hours before a moment. */
public interface Counterparties {

    /**
     * What is known around {@code event} of this person, which is believed to have happened at {@code atMillis}; unknown
     * until {@link #ready()}.
     */
    Surroundings around(Event event, long atMillis, String personId, NumberPlan plan);

    /** Notes that the person newly paid the account, or was called by the number, of this keyed hash. */
    void note(String counterparty, boolean payment, String personId, long atMillis);

    /** Tells that what happened before the start has been noted. */
    void ready();
}

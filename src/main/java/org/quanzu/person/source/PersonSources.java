package org.quanzu.person.source;

import java.time.Instant;
import java.util.Optional;

/** The sources that told of persons. */
public interface PersonSources {

    /** Who told the attributes of a person first; empty when nobody did, or before this was kept. */
    Optional<String> tellerOf(String personId);

    /** Whether an event of this person came from this source. */
    boolean hasEvents(String personId, String source);

    /** Notes who tells the attributes of a person, unless somebody did before. */
    void claim(String personId, String source, Instant at);
}

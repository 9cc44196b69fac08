package org.quanzu.person.source;

import java.util.Collection;
import java.util.List;

/** What each source told of persons, and whose events are of them. */
public interface PersonSources {

    /** What was told of the persons of these ids, each id and source once; also what is not stored by source yet. */
    List<ToldAttributes> told(Collection<String> personIds);

    /** Keeps what one source told of one id. */
    void keep(ToldAttributes told);

    /** Whether this source told attributes or events of one of these. */
    boolean knows(Collection<String> personIds, String source);

    /** Whether an event of one of these came from this source. */
    boolean hasEvents(Collection<String> personIds, String source);

    /** Whether any other source told attributes or events of one of these. */
    boolean othersKnow(Collection<String> personIds, String source);
}

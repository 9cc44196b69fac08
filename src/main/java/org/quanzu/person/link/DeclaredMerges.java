package org.quanzu.person.link;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Which persons were declared to be one human, and separated again. */
public interface DeclaredMerges {

    /** The person this one was declared to be a part of, and still is. */
    Optional<String> intoOf(String personId);

    /** This person and all that were declared to be a part of it, or of such a one, and still are. */
    Set<String> partsOf(String personId);

    void declare(String personId, String intoId, Instant at);

    /** Ends what was declared of this person, if anything. */
    void end(String personId, Instant at);
}

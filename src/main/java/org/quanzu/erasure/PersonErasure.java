package org.quanzu.erasure;

import java.util.Set;

/** Removes everything kept of a person. Whoever has persons in memory must hold this one meanwhile, and forget it then. */
public interface PersonErasure {

    /** The person that this id stands for by now, with everybody who was merged into it. */
    Identity identityOf(String personId);

    /** The persons who were told to share a household with somebody of {@code identity}. */
    Set<String> namersOf(Identity identity);

    /**
     * Removes all of it in one transaction and notes it in the audit log; keys of events stay without their person, so that
     * none of them is taken for a new one. Answers how many rows that were; with none nothing is noted.
     */
    long erase(Identity identity, String who, String reason);

    /** A person under all ids; {@code personId} is the one the others were merged into. */
    record Identity(String personId, Set<String> all) {
        public Identity {
            all = Set.copyOf(all);
        }
    }
}

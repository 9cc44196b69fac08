package org.quanzu.person;

import org.jspecify.annotations.Nullable;
import org.quanzu.event.PersonRef;

/** Finds out who is meant. */
public interface Identities {

    /** The id of the person meant; an alias linked to nobody means a provisional person. */
    String resolve(PersonRef ref);

    /** The same from memory alone, or null. */
    @Nullable String remembered(PersonRef ref);

    /** Forgets whom this alias means. */
    void forget(Alias alias);
}

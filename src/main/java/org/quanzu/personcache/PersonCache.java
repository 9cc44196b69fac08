package org.quanzu.personcache;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.quanzu.journal.PendingWrite;

/** The persons in memory; each is held by one thread at a time. */
public interface PersonCache {

    /** Holds this person until closed. */
    Held hold(String personId);

    /** Holds this person until closed, or null when somebody else does. */
    @Nullable Held tryHold(String personId);

    /** Holds all of these persons until closed; waits for what is pending of them. */
    Held holdQuiet(Collection<String> personIds);

    /** The person, read from the journal when not in memory; only while held. */
    CachedPerson get(String personId);

    /** The person if in memory; only while held. */
    @Nullable CachedPerson getIfPresent(String personId);

    /** The person if in memory, as anybody may see it at any time. */
    @Nullable CachedPerson peek(String personId);

    /** Keeps the person in memory until {@code write} is settled; only while held. */
    void keepUntilSettled(CachedPerson person, PendingWrite write);

    /** To be told of every write that was kept for. */
    void settled(CachedPerson person, PendingWrite write);

    /** Forgets the person, so that it is read anew; only while held. */
    void forget(String personId);

    /** One or more persons held. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }
}

package org.quanzu.audit;

import java.util.Map;

/** Everything anybody viewed, revealed or changed, in the order of its commits; safe for many threads and processes. */
public interface AuditLog {

    /**
     * Keeps an entry with the caller's transaction: written as its last statement before the commit, gone with its
     * rollback. Without a transaction it is written at once.
     *
     * @param who the name of a user, an API key or a part of the system
     * @param what a word for the act, such as {@code person.reveal}
     * @param about what it was done to, as kind and id, such as {@code person:p-17}; never a number or a name
     * @param detail more about it, again without anything personal but in what a person typed as {@code reason}, which is
     *     kept sealed beside the log
     */
    void record(String who, String what, String about, Map<String, String> detail);

    default void record(String who, String what, String about) {
        record(who, what, about, Map.of());
    }
}

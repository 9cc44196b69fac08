package org.quanzu.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The audit log as it is read: by page, by what is looked for. */
public interface AuditTrail {

    /** The entries that pass, newest first, at most {@code limit}. */
    List<Entry> find(Search search, int limit);

    /** How often somebody did something since a moment. */
    int count(String who, String what, Instant since);

    /** All words for acts the log has. */
    List<String> acts();

    /** The last entry and its hash, as {@code id:hash}; empty while there is none. */
    Optional<String> head();
}

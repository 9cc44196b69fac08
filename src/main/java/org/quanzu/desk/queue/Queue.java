package org.quanzu.desk.queue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The cases to be worked on, most urgent first; no two operators ever hold one. */
public interface Queue {

    /** Takes the most urgent case of {@code units}; empty when there is none. */
    Optional<Taken> takeNext(String operator, Set<String> units);

    /** Takes this case, also one that waits; empty when it is closed or somebody else has it. */
    Optional<Taken> take(String caseId, String operator);

    /** Prolongs the lease; false when it has ended. */
    boolean heartbeat(String caseId, UUID lease);

    /** Puts the case back into the queue; throws LeaseEnded. */
    void handBack(String caseId, UUID lease, String reason);

    /** Puts the case before all that are not pinned, or back among them; false when it was so already or is closed. */
    boolean pin(String caseId, boolean pinned, String by);

    /** The open cases that pass, those in other hands too, most urgent first. */
    List<Waiting> list(Filter filter, int limit);

    Counts counts();

    /** What will be reached too late, by unit that has a queue; a few seconds old at most. */
    List<Overflow> overflow();
}

package org.quanzu.desk.handover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanzu.desk.queue.Taken;

/** All offers, and what an answer makes of the case, which is locked. */
interface Offers {

    Optional<HandOver> find(long id);

    List<HandOver> open(String operator, Set<String> units);

    List<HandOver> of(String caseId);

    /** Takes an earlier offer of the case back. */
    HandOver add(Draft draft);

    /** An offer that is to be made. */
    record Draft(String caseId, String from, Receiver to, String reason, Instant at) {}

    void answer(long id, HandOver.State state, Instant at);

    /** Gives the case to an operator, and to the unit it was offered to. */
    void give(HandOver offer, String operator, Taken taken);

    /** One step of the version of a case of which nothing else changes. */
    void step(String caseId);
}

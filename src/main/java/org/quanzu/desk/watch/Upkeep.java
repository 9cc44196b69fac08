package org.quanzu.desk.watch;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Moves cases that time has passed for, some at once; each returns the ids of those it moved. */
interface Upkeep {

    /** Back into the queue, what somebody left. */
    List<String> endLeases(Instant now);

    /** Back into the queue, what waited for another try. */
    List<String> endWaiting(Instant now);

    /** To the next unit, what is past its deadline, with another deadline by level. */
    List<String> escalate(Instant now, Map<String, Instant> deadlines);

    /** Back into the queue, closed cases to be looked at again. */
    List<String> reopenForFollowUp(Instant now, Return terms);

    /** With which deadline cases come back, and what ageing takes off the points of what begins to wait now. */
    record Return(Instant dueAt, double ageing) {}
}

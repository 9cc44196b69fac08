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

    /** To later units, what is past its deadline, with another deadline by level. */
    List<String> escalate(Instant now, List<Move> moves, Map<String, Instant> deadlines);

    /** To later units, what is queued where nobody is; the deadlines stay. */
    List<String> moveOn(Instant now, List<Move> moves);

    /** The units in which cases are queued. */
    List<String> unitsInUse();

    /** Back into the queue, closed cases to be looked at again. */
    List<String> reopenForFollowUp(Instant now, Return terms);

    /** With which deadline cases come back, and what ageing takes off the points of what begins to wait now. */
    record Return(Instant dueAt, double ageing) {}
}

package org.quanzu.desk.work;

import java.time.Instant;
import java.util.List;
import org.quanzu.desk.contact.Attempt;

/** Writes what work makes of a case that is locked; each of the first four is one step of its version. */
interface CaseChanges {

    void rate(String caseId, Rating rating);

    /** Lets go of the case until {@code readyAt}. */
    void putOff(String caseId, Instant readyAt, Instant dueAt);

    /** Lets go of the case for good, and of what was offered of it. */
    void close(String caseId, Instant at);

    /** Where a case stands in the queue, and why. */
    record Rating(String level, int levelRank, int busy, boolean vulnerable, int points, double urgency) {}

    void add(String caseId, Attempt attempt);

    void add(String caseId, Outcome outcome);

    /** Plans follow-ups of an episode unless it has some, and marks those done that were due by {@code at}. */
    void followUp(String caseId, int episode, List<Instant> planned, Instant at);
}

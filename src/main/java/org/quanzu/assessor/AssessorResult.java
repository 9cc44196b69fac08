package org.quanzu.assessor;

import org.quanzu.event.Event;
import org.quanzu.event.EventKey;
import org.quanzu.fact.Surroundings;
import org.quanzu.scoring.Assessment;

/** What became of an event. */
public sealed interface AssessorResult {

    /** The event is new, and was assessed. */
    record Assessed(
            PersonState before,
            PersonState after,
            Event event,
            Surroundings surroundings,
            Assessment assessment,
            String ruleSet)
            implements AssessorResult {}

    /** The same event came before; its first assessment stands. */
    record Repeat(EventKey key) implements AssessorResult {}

    /** An event of this key came before with other content. */
    record Conflict(EventKey key) implements AssessorResult {}
}

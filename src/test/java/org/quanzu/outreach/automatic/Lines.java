package org.quanzu.outreach.automatic;

import org.quanzu.assessor.CurrentLevel;
import org.quanzu.fact.Surroundings;
import org.quanzu.journal.Line;
import org.quanzu.testkit.BankEvents;

/** Lines of the journal. */
final class Lines {
    private Lines() {}

    /** A line of an event of which nothing was found. */
    static Line without() {
        return new Line(
                BankEvents.payment("t-1", "p-1", "20"),
                "p-1",
                new byte[0],
                Surroundings.UNKNOWN,
                null,
                CurrentLevel.NONE,
                0,
                1,
                null,
                null,
                null,
                null,
                false,
                0);
    }
}

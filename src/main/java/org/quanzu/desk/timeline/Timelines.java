package org.quanzu.desk.timeline;

import java.time.Instant;

/** The timelines of persons. */
public interface Timelines {
    /** The latest events of a person received since then, at most {@code limit}, with those of whom the person absorbed. */
    Timeline of(String personId, Instant since, int limit);
}

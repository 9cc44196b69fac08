package org.quanzu.desk.handover;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An offer of a case, to {@code toUser} or to anybody of {@code toUnit}. */
public record HandOver(
        long id,
        String caseId,
        String fromUser,
        @Nullable String toUser,
        @Nullable String toUnit,
        String reason,
        State state,
        Instant at,
        @Nullable Instant answeredAt) {

    /** Not answered yet, or answered. */
    public enum State {
        OFFERED,
        ACCEPTED,
        RETURNED
    }

    /** Whether an operator who works for {@code units} may answer. */
    public boolean isFor(String operator, Set<String> units) {
        return toUser == null ? toUnit != null && units.contains(toUnit) : toUser.equals(operator);
    }
}

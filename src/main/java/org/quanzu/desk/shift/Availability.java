package org.quanzu.desk.shift;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Who is away from the desk for a while; whoever is not is there. */
public interface Availability {

    /** Until when an operator is away; empty when there. */
    Optional<Instant> awayUntil(String operator, Instant now);

    /** Everybody who is away, with the end. */
    Map<String, Instant> away(Instant now);

    void leave(String operator, Instant until);

    void comeBack(String operator);
}

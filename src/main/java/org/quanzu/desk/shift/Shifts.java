package org.quanzu.desk.shift;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All shifts. */
public interface Shifts {

    /** The shifts that have to do with a time, by unit, beginning and operator. */
    List<Shift> between(Instant from, Instant until);

    /** Adds all of them or none. */
    void add(List<Shift.Times> shifts);

    /** Takes a shift out and tells which it was; empty when it is gone already. */
    Optional<Shift> remove(long id);

    /**
     * How many operators are on shift and not away, by unit. A unit is in it when it has a roster: any shift in the 14 days
     * before or after.
     */
    Map<String, Integer> onShift(Instant now);

    /** How many operators work for each of these units and are not away, whatever the roster says. */
    Map<String, Integer> available(Collection<String> units, Instant now);
}

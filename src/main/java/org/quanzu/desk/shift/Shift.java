package org.quanzu.desk.shift;

import java.time.Instant;

/** A time in which an operator works for a unit. */
public record Shift(long id, Times times) {

    /** Who works where, from a moment until before another. */
    public record Times(String operator, String unit, Instant from, Instant until) {

        /** Whether the same operator would work for the same unit twice at once. */
        boolean overlaps(Times other) {
            return operator.equals(other.operator)
                    && unit.equals(other.unit)
                    && from.isBefore(other.until)
                    && other.from.isBefore(until);
        }
    }

    public String operator() {
        return times.operator();
    }

    public String unit() {
        return times.unit();
    }

    public boolean covers(Instant moment) {
        return !moment.isBefore(times.from()) && moment.isBefore(times.until());
    }
}

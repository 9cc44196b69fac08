package org.quanzu.desk.precision;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days from one to another, both of them included. */
public record Period(LocalDate from, LocalDate to) {
    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "The period ends on " + to + ", before it begins on " + from + "\nMaybe the two are exchanged");
        }
    }

    /** So many days up to {@code last}. */
    public static Period of(int days, LocalDate last) {
        return new Period(last.minusDays(days - 1L), last);
    }

    /** As many days before. */
    public Period before() {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        return new Period(from.minusDays(days), from.minusDays(1));
    }
}

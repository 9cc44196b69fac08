package org.quanzu.journal;

import java.time.LocalDate;
import java.util.List;

/** The days the events are kept in. */
public interface Partitions {

    /** Makes sure that there is room for events of {@code today} and the two days after it. */
    void prepare(LocalDate today);

    /** The days before {@code day} that are still kept, earliest first. */
    List<LocalDate> before(LocalDate day);

    /** Persons whose profile cannot be rebuilt without the events of {@code day}. */
    List<String> personsNeeding(LocalDate day);

    /** Whether a consumer of the journal has yet to do something about events of {@code day}. */
    boolean isAwaited(LocalDate day);

    /** Forgets the events of {@code day} and their keys. */
    void drop(LocalDate day);
}

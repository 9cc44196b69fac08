package org.quanzu.desk.queue;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which open cases to list; an empty set lets all pass, {@code takenBy} only those of one operator. */
public record Filter(
        Set<String> units,
        Set<String> levels,
        Set<String> families,
        Set<String> states,
        @Nullable String takenBy) {
    public static final Filter ALL = new Filter(Set.of(), Set.of(), Set.of(), Set.of(), null);

    public Filter {
        units = Set.copyOf(units);
        levels = Set.copyOf(levels);
        families = Set.copyOf(families);
        states = Set.copyOf(states);
    }

    /** The cases {@code operator} has. */
    public static Filter mine(String operator) {
        return new Filter(Set.of(), Set.of(), Set.of(), Set.of(), operator);
    }
}

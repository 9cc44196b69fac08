package org.quanzu.desk.queue;

import java.util.Set;
import java.util.UUID;

/** An operator who asks for the most urgent case of {@code units}, and the lease that goes with it. */
record Taker(String operator, Set<String> units, UUID lease) {
    Taker {
        units = Set.copyOf(units);
    }
}

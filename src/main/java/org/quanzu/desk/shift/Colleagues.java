package org.quanzu.desk.shift;

import java.util.List;
import java.util.Optional;

/** The people who work cases. */
public interface Colleagues {

    /** All who may sign in, by the name others see. */
    List<Colleague> all();

    default Optional<Colleague> find(String name) {
        return all().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** One of them; no units means all. */
    record Colleague(String name, String displayName, List<String> units) {
        public Colleague {
            units = List.copyOf(units);
        }
    }
}

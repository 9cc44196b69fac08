package org.quanzu.console;

import java.io.Serializable;
import java.security.Principal;
import java.util.List;

/** Who is signed in: the name for the records, the name others see, the role, and the units worked for. */
public record Operator(String name, String displayName, String role, List<String> units)
        implements Principal, Serializable {
    public Operator {
        units = List.copyOf(units);
    }

    @Override
    public String getName() {
        return name;
    }
}

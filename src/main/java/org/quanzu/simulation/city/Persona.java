package org.quanzu.simulation.city;

import org.quanzu.simulation.script.Script;
import org.quanzu.simulation.script.Who;

/**
 * Something ordinary that looks like a scam and happens to a {@code share} of those it can happen to: once within 30 days, or
 * again every {@code everyDays} (0 for once). {@code number}: its place in the list of acceptance, 0 for none.
 */
public record Persona(Script script, int number, Who who, double share, double everyDays) {

    public String name() {
        return script.name();
    }
}

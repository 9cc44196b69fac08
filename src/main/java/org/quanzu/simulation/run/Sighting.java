package org.quanzu.simulation.run;

import java.util.List;
import org.quanzu.simulation.Deployment;

/** What one deployment made of the city: its warnings in order of time (ties by resident), and its rules in order of id. */
public record Sighting(Deployment deployment, long events, List<Warning> warnings, List<RuleTally> rules) {

    public Sighting {
        warnings = List.copyOf(warnings);
        rules = List.copyOf(rules);
    }
}

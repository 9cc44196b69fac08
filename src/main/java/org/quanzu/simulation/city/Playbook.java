package org.quanzu.simulation.city;

import org.quanzu.simulation.script.Script;
import org.quanzu.simulation.script.Who;

/** A scam as it is played, how often compared with others, whom it meets, and how those meet helpers. */
public record Playbook(Script script, String family, double weight, Who victims, Dissuasion dissuasion) {

    public String name() {
        return script.name();
    }
}

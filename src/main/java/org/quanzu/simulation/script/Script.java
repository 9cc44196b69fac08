package org.quanzu.simulation.script;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quanzu.scoring.Text;

/** A course of things that happen to a person: who plays along, amounts drawn at its start in their order, and the steps one after the other. */
public record Script(
        String name,
        Text title,
        Map<String, Role> roles,
        Map<String, Quantity> amounts,
        Hours starts,
        List<Step> steps) {

    public Script {
        roles = Map.copyOf(roles);
        amounts = Collections.unmodifiableMap(new LinkedHashMap<>(amounts));
        steps = List.copyOf(steps);
    }
}

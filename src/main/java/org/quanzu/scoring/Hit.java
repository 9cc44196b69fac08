package org.quanzu.scoring;

import java.util.List;
import org.quanzu.fact.Fact;

/** A rule that matched: its evidence, in order of time, and the reason filled from the latest of it. */
public record Hit(Rule rule, List<Fact> evidence, Text reason) {
    public Hit {
        evidence = List.copyOf(evidence);
    }
}

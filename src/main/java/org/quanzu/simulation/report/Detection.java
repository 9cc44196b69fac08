package org.quanzu.simulation.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quanzu.simulation.run.Share;

/**
 * What became of the scams of one group: {@code inTime} by the code of a level: warned of at that level or above before the main
 * loss; {@code familyRight} of those at the acting level; {@code averted}: the share of what was lost that would not have been, see
 * {@link Losses}. {@code family} is null for the group of all, {@code playbook} for that of a family.
 */
public record Detection(
        Name name,
        int episodes,
        Map<String, Share> inTime,
        Share familyRight,
        LeadTimes leadTimes,
        double lost,
        double averted) {

    public Detection {
        inTime = Collections.unmodifiableMap(new LinkedHashMap<>(inTime));
    }

    /** A group in both languages. */
    public record Name(String kind, String code, String en, String zh) {}

    /** The groups of one deployment: all, families, playbooks. */
    public record Groups(List<Detection> all, List<Detection> families, List<Detection> playbooks) {}
}

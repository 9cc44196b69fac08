package org.quanzu.simulation.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanzu.simulation.life.Episode;
import org.quanzu.simulation.run.Sighting;
import org.quanzu.simulation.run.Warning;

/**
 * Which warnings of scams came before the main loss: earlier than it, or with the attempt of that very payment, when the bank had
 * asked and the payment was still waiting for an answer.
 */
final class InTime {
    private final Map<Integer, List<Warning>> warnings;

    private InTime(Map<Integer, List<Warning>> warnings) {
        this.warnings = warnings;
    }

    static InTime of(Collection<Episode> episodes, Sighting sighting) {
        Map<Integer, Long> mains = new HashMap<>();
        episodes.forEach(episode -> episode.mainLossMillis().ifPresent(at -> mains.put(episode.id(), at)));
        Map<Integer, List<Warning>> warnings = new HashMap<>();
        for (Warning warning : sighting.warnings()) {
            Long main = mains.get(warning.episode());
            if (main != null && isBefore(warning, main)) {
                warnings.computeIfAbsent(warning.episode(), none -> new ArrayList<>())
                        .add(warning);
            }
        }
        return new InTime(warnings);
    }

    private static boolean isBefore(Warning warning, long main) {
        return warning.atMillis() < main || warning.atMillis() == main && warning.paymentWaits();
    }

    /** The first warning in time at this rank or above. */
    Optional<Warning> first(Episode episode, int rank) {
        return warnings.getOrDefault(episode.id(), List.of()).stream()
                .filter(warning -> warning.rank() >= rank)
                .findFirst();
    }
}

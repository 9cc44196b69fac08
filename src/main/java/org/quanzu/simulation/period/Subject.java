package org.quanzu.simulation.period;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.quanzu.scoring.Assessment;
import org.quanzu.simulation.witness.Days;
import org.quanzu.simulation.witness.Example;
import org.quanzu.simulation.witness.Witness;

/** A person of a period: what the rules make of every day, of ordinary life and of each scam. */
final class Subject {
    private final int index;
    private final Witness witness;
    private final Days ordinary = new Days(true);
    private final Map<Integer, Days> scams = new TreeMap<>();

    Subject(int index, Witness witness) {
        this.index = index;
        this.witness = witness;
    }

    Witness witness() {
        return witness;
    }

    /** An event of this scam happened to the person. */
    void scammed(int episode) {
        scams.computeIfAbsent(episode, none -> new Days(true));
    }

    void note(Assessment assessment, long atMillis, int episode) {
        Days days = scams.get(episode);
        (days == null ? ordinary : days).note(assessment, atMillis, days != null);
    }

    /** The ordinary days of somebody whom no scam reached, else the days of the scams until their main loss. */
    Stream<Example> examples(Labels labels, double weight) {
        return scams.isEmpty()
                ? ordinary.ordinary(index).stream()
                : scams.entrySet().stream().flatMap(it -> scam(labels, it.getKey(), it.getValue(), weight).stream());
    }

    private List<Example> scam(Labels labels, int episode, Days days, double weight) {
        Scam scam = labels.scam(episode);
        return scam == null || scam.mainLossMillis().isEmpty()
                ? List.of()
                : days.untilLoss(index, scam.family(), scam.mainLossMillis().getAsLong(), weight);
    }
}

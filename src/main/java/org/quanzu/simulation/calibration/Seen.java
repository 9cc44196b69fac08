package org.quanzu.simulation.calibration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanzu.simulation.witness.Example;

/** On how many days each rule matched, in scams and in ordinary life. */
record Seen(Map<String, Long> inScams, Map<String, Long> inOrdinaryLife, boolean bothSides) {

    static Seen in(List<Example> examples) {
        Map<String, Long> scam = new HashMap<>();
        Map<String, Long> ordinary = new HashMap<>();
        examples.forEach(it -> it.rules().forEach(rule -> (it.ofScam() ? scam : ordinary).merge(rule, 1L, Long::sum)));
        return new Seen(
                scam,
                ordinary,
                examples.stream().anyMatch(Example::ofScam) && examples.stream().anyMatch(it -> !it.ofScam()));
    }

    long days(String rule) {
        return scamDays(rule) + ordinaryDays(rule);
    }

    long scamDays(String rule) {
        return inScams.getOrDefault(rule, 0L);
    }

    long ordinaryDays(String rule) {
        return inOrdinaryLife.getOrDefault(rule, 0L);
    }
}

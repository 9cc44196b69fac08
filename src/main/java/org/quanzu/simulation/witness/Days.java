package org.quanzu.simulation.witness;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.quanzu.scoring.Assessment;

/** The most suspicious moment of every day of one person, for calibration; notes nothing unless asked to. */
public final class Days {
    private static final long DAY_MILLIS = 86_400_000L;
    private final boolean wanted;
    private final TreeMap<Long, Moment> ordinary = new TreeMap<>();
    private final TreeMap<Long, Moment> scam = new TreeMap<>();

    private record Moment(long atMillis, int hits, Set<String> rules, BigDecimal atRisk) {}

    public Days(boolean wanted) {
        this.wanted = wanted;
    }

    /** Notes an assessment; {@code ofScam}: it speaks of a scam. */
    public void note(Assessment assessment, long atMillis, boolean ofScam) {
        if (!wanted) {
            return;
        }
        Set<String> rules = new HashSet<>(assessment.experimental());
        assessment.reasons().forEach(reason -> rules.add(reason.rule()));
        int score = assessment.score() * 100 + rules.size();
        Moment moment = new Moment(atMillis, score, rules, assessment.amountAtRisk());
        (ofScam ? scam : ordinary).merge(atMillis / DAY_MILLIS, moment, (a, b) -> b.hits() > a.hits() ? b : a);
    }

    /** The days of somebody whom no scam reached. */
    public List<Example> ordinary(int person) {
        return ordinary.values().stream()
                .map(it -> new Example(person, null, it.rules(), it.atRisk(), 1))
                .toList();
    }

    /** The days of a scam of this family until its main loss. */
    public List<Example> untilLoss(int person, String family, long mainLossMillis, double weight) {
        return scam.values().stream()
                .filter(it -> it.atMillis() <= mainLossMillis)
                .map(it -> new Example(person, family, it.rules(), it.atRisk(), weight))
                .toList();
    }
}

package org.quanzu.simulation.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quanzu.scoring.Assessment;
import org.quanzu.simulation.city.Episode;

/** The most suspicious moment of every day of one person, for calibration; notes nothing unless asked to. */
final class Days {
    private static final long DAY_MILLIS = 86_400_000L;
    private final boolean wanted;
    private final TreeMap<Long, Moment> ordinary = new TreeMap<>();
    private final TreeMap<Long, Moment> scam = new TreeMap<>();

    private record Moment(long atMillis, int hits, Set<String> rules, BigDecimal atRisk) {}

    Days(boolean wanted) {
        this.wanted = wanted;
    }

    void note(Assessment assessment, long atMillis, boolean ofScam) {
        if (!wanted) {
            return;
        }
        Set<String> rules = new HashSet<>(assessment.experimental());
        assessment.reasons().forEach(reason -> rules.add(reason.rule()));
        int score = assessment.score() * 100 + rules.size();
        Moment moment = new Moment(atMillis, score, rules, assessment.amountAtRisk());
        (ofScam ? scam : ordinary).merge(atMillis / DAY_MILLIS, moment, (a, b) -> b.hits() > a.hits() ? b : a);
    }

    /** Days of ordinary life of somebody who is no victim, or days of the scam until its main loss. */
    List<Example> examples(int resident, @Nullable Episode episode, boolean victim, double weight) {
        List<Example> examples = new ArrayList<>();
        if (!victim) {
            ordinary.values().forEach(it -> examples.add(new Example(resident, null, it.rules(), it.atRisk(), 1)));
        } else if (episode != null && episode.mainLossMillis().isPresent()) {
            long end = episode.mainLossMillis().getAsLong();
            scam.values().stream()
                    .filter(it -> it.atMillis() <= end)
                    .forEach(it ->
                            examples.add(new Example(resident, episode.family(), it.rules(), it.atRisk(), weight)));
        }
        return examples;
    }
}

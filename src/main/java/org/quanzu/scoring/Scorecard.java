package org.quanzu.scoring;

import java.util.Collection;
import java.util.Map;

/** The cap of every evidence class, and the arithmetic of points. */
public record Scorecard(Map<Evidence, Integer> caps) {
    private static final int MAX_SCORE = 100;

    public Scorecard {
        caps = Map.copyOf(caps);
    }

    /**
     * Points of {@code family}: per class the sum over distinct hits of its own rules, general ones and (negative) ordinary
     * ones, kept between 0 and the cap; then the sum over classes, at most 100.
     */
    Score score(String family, Collection<Hit> hits, Levels levels) {
        int[] sums = new int[Evidence.values().length];
        int own = 0;
        int decisiveRank = 0;
        for (Hit hit : hits) {
            Rule rule = hit.rule();
            boolean ofFamily = rule.family().equals(family);
            if (!ofFamily && !rule.family().equals(Family.GENERAL) && !rule.ofOrdinaryLife()) {
                continue;
            }
            sums[rule.evidence().ordinal()] += rule.points();
            own += ofFamily ? rule.points() : 0;
            decisiveRank = Math.max(decisiveRank, levels.rank(rule.decisive()));
        }
        int points = 0;
        int classes = 0;
        for (Evidence evidence : Evidence.values()) {
            int capped = Math.max(0, Math.min(sums[evidence.ordinal()], caps.getOrDefault(evidence, MAX_SCORE)));
            points += capped;
            classes += capped > 0 ? 1 : 0;
        }
        return new Score(family, Math.min(MAX_SCORE, points), classes, own, decisiveRank);
    }

    /**
     * What the hits make of one family: points 0 to 100, the number of evidence classes above 0, points of the family's own
     * hits, and the highest rank a decisive hit sets (0 when none).
     */
    record Score(String family, int points, int classes, int ownPoints, int decisiveRank) {}
}

package org.quanzu.scoring;

import java.util.Arrays;
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
        int[] lowered = new int[sums.length];
        int own = 0;
        int decisiveRank = 0;
        boolean ordinary = false;
        for (Hit hit : hits) {
            Rule rule = hit.rule();
            int evidence = rule.evidence().ordinal();
            if (rule.ofOrdinaryLife()) {
                lowered[evidence] += rule.points();
                ordinary = true;
                continue;
            }
            boolean ofFamily = rule.family().equals(family);
            if (ofFamily || rule.family().equals(Family.GENERAL)) {
                sums[evidence] += rule.points();
                own += ofFamily ? rule.points() : 0;
                decisiveRank = Math.max(decisiveRank, levels.rank(rule.decisive()));
            }
        }
        Tally undiminished = tally(sums);
        if (ordinary) {
            Arrays.setAll(lowered, evidence -> sums[evidence] + lowered[evidence]);
        }
        return new Score(family, ordinary ? tally(lowered) : undiminished, undiminished, own, decisiveRank);
    }

    private Tally tally(int[] sums) {
        int points = 0;
        int classes = 0;
        for (Evidence evidence : Evidence.values()) {
            int capped = Math.max(0, Math.min(sums[evidence.ordinal()], caps.getOrDefault(evidence, MAX_SCORE)));
            points += capped;
            classes += capped > 0 ? 1 : 0;
        }
        return new Tally(Math.min(MAX_SCORE, points), classes);
    }

    /** Points, 0 to 100, and the number of evidence classes above 0. */
    record Tally(int points, int classes) {}

    /**
     * What the hits make of one family: its tally, the same without what speaks for ordinary life, points of the family's
     * own hits, and the highest rank a decisive hit sets (0 when none).
     */
    record Score(String family, Tally tally, Tally undiminished, int ownPoints, int decisiveRank) {
        int points() {
            return tally.points();
        }
    }
}

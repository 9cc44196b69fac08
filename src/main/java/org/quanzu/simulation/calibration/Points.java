package org.quanzu.simulation.calibration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanzu.scoring.Level;
import org.quanzu.scoring.Rule;
import org.quanzu.scoring.RuleSet;
import org.quanzu.simulation.witness.Example;

/**
 * Points made of coefficients. The thresholds of the levels stay what they are, so the unit is chosen so that no more ordinary days
 * reach the level of the limits than today; what is gained shows in the scams.
 */
record Points(RuleSet ruleSet, Limits limits, Map<String, Double> coefficients) {
    private static final int STEPS = 24;
    private static final double FARTHEST = 4;

    /** Points of one unit of log odds; 0 when nothing was learned. */
    double factor(List<Example> training) {
        double nearest = nearest();
        if (nearest <= 0) {
            return 0;
        }
        Level level = ruleSet.levels().byCode(limits.level());
        long now = Gains.ordinaryDays(ruleSet, Map.of(), level, training);
        for (int step = STEPS; step > -STEPS; step--) {
            double factor = nearest * Math.pow(FARTHEST, (double) step / STEPS);
            if (Gains.ordinaryDays(ruleSet, of(factor), level, training) <= now) {
                return factor;
            }
        }
        return nearest / FARTHEST;
    }

    /** The unit with which all points together stay nearest to those of today (least squares). */
    private double nearest() {
        double both = 0;
        double squares = 0;
        for (Rule rule : ruleSet.rules()) {
            double coefficient = rule.live() ? coefficient(rule) : 0;
            both += rule.points() * coefficient;
            squares += coefficient * coefficient;
        }
        return squares == 0 ? 0 : both / squares;
    }

    double coefficient(Rule rule) {
        return coefficients.getOrDefault(rule.id(), 0.0);
    }

    Map<String, Integer> of(double factor) {
        Map<String, Integer> points = new HashMap<>();
        ruleSet.rules().forEach(rule -> points.put(rule.id(), of(rule, factor)));
        return points;
    }

    int of(Rule rule, double factor) {
        if (!isLearned(rule, factor)) {
            return rule.points();
        }
        int size = limits.of(rule.id()).clamp(free(rule, factor));
        return rule.ofOrdinaryLife() ? -size : size;
    }

    /** Why a rule's points stay, or where they were stopped. */
    String note(Rule rule, double factor) {
        if (!isLearned(rule, factor)) {
            return "seen too rarely";
        }
        if (Math.abs(of(rule, factor)) != free(rule, factor)) {
            return "stopped at its limit";
        }
        return coefficient(rule) == 0 ? "adds nothing to the others" : "";
    }

    private boolean isLearned(Rule rule, double factor) {
        return factor > 0 && coefficients.containsKey(rule.id());
    }

    private long free(Rule rule, double factor) {
        return Math.round(factor * Math.abs(coefficient(rule)));
    }
}

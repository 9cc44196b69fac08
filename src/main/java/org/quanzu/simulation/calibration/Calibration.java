package org.quanzu.simulation.calibration;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.quanzu.scoring.Rule;
import org.quanzu.scoring.RuleSet;
import org.quanzu.simulation.calibration.Proposal.Line;
import org.quanzu.simulation.witness.Example;

/**
 * Learns points from examples. Coefficients become points as in credit scorecards (N. Siddiqi, Credit Risk Scorecards, 2006):
 * so many points double the odds, see {@link Points}.
 */
public final class Calibration {
    private final RuleSet ruleSet;
    private final Limits limits;
    private final long seed;

    public Calibration(RuleSet ruleSet, Limits limits, long seed) {
        this.ruleSet = ruleSet;
        this.limits = limits;
        this.seed = seed;
    }

    /** A proposal from examples of persons; whoever is held out has no part in it but its gains. */
    public Proposal of(List<Example> examples) {
        List<Example> training =
                examples.stream().filter(it -> !heldOut(it.person())).toList();
        List<Example> heldOut =
                examples.stream().filter(it -> heldOut(it.person())).toList();
        Seen seen = Seen.in(training);
        List<Rule> learned = ruleSet.rules().stream()
                .filter(rule -> seen.days(rule.id()) >= limits.leastSeen())
                .toList();
        Map<String, Double> coefficients =
                seen.bothSides() ? new Regression(training, limits.cost()).fit(learned) : Map.of();
        Points points = new Points(ruleSet, limits, coefficients);
        double factor = points.factor(training);
        List<Line> lines = ruleSet.rules().stream()
                .map(rule -> line(rule, points, factor, seen))
                .toList();
        List<Proposal.Gain> gains = Gains.of(ruleSet, points.of(factor), heldOut);
        return new Proposal(lines, gains, factor * Math.log(2), training.size());
    }

    private boolean heldOut(int person) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + person).nextDouble() < limits.heldOut();
    }

    private static Line line(Rule rule, Points points, double factor, Seen seen) {
        return new Line(
                rule.id(),
                rule.file(),
                rule.points(),
                points.of(rule, factor),
                points.coefficient(rule),
                seen.scamDays(rule.id()),
                seen.ordinaryDays(rule.id()),
                points.note(rule, factor));
    }
}

package org.quanzu.simulation.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.quanzu.practice.Practice;
import org.quanzu.profile.Bounds;
import org.quanzu.scoring.Actions;
import org.quanzu.scoring.Evaluator;
import org.quanzu.scoring.Evidence;
import org.quanzu.scoring.Family;
import org.quanzu.scoring.Level;
import org.quanzu.scoring.Levels;
import org.quanzu.scoring.Rule;
import org.quanzu.scoring.RuleSet;
import org.quanzu.scoring.Scorecard;
import org.quanzu.scoring.Text;
import org.quanzu.simulation.calibration.Limits.Span;
import org.quanzu.simulation.calibration.Proposal.Line;
import org.quanzu.simulation.witness.Example;
import org.quanzu.watchlist.Watchlists;

class CalibrationTest {
    private static final Limits FREE = new Limits(0.3, 20, 1, "RED", 1, new Span(0, 100), Map.of());
    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void givesMorePointsToWhatTellsMore() {
        Proposal proposal = calibrated(FREE, 4000);

        assertThat(points(proposal, "LOAN-001")).isGreaterThan(points(proposal, "LOAN-002"));
        assertThat(points(proposal, "LOAN-002")).isGreaterThan(points(proposal, "LOAN-003"));
        assertThat(points(proposal, "ORD-001")).isNegative();
        assertThat(proposal.pointsToDouble()).isPositive();
    }

    @Test
    void neverTurnsASignAround() {
        List<Example> examples = examples(4000);
        examples.replaceAll(it -> it.ofScam() ? it : with(it, "LOAN-003"));

        Proposal proposal = new Calibration(ruleSet(), FREE, 1).of(examples);

        assertThat(points(proposal, "LOAN-003")).isZero();
        assertThat(line(proposal, "LOAN-003").note()).isEqualTo("adds nothing to the others");
    }

    @Test
    void staysWithinTheLimitsOfAnalysts() {
        Limits limits = new Limits(0.3, 20, 1, "RED", 1, new Span(0, 100), Map.of("LOAN-001", new Span(5, 7)));

        Proposal proposal = calibrated(limits, 4000);

        assertThat(points(proposal, "LOAN-001")).isBetween(5, 7);
        assertThat(line(proposal, "LOAN-001").note()).isEqualTo("stopped at its limit");
    }

    @Test
    void leavesAloneWhatWasHardlySeen() {
        Proposal proposal = calibrated(FREE, 4000);

        assertThat(points(proposal, "LOAN-009")).isEqualTo(33);
        assertThat(line(proposal, "LOAN-009").note()).isEqualTo("seen too rarely");
    }

    @Test
    void leavesEverythingAloneWhenThereIsNothingToLearnFrom() {
        Proposal proposal = new Calibration(ruleSet(), FREE, 1).of(List.of());

        assertThat(proposal.lines()).allMatch(it -> it.now() == it.proposed());
        assertThat(proposal.pointsToDouble()).isZero();
    }

    @Test
    void measuresItsGainOnPersonsItHasNotLearnedFrom() {
        Proposal proposal = calibrated(FREE, 4000);

        assertThat(proposal.trainedOn()).isBetween(2600, 3000);
        assertThat(proposal.gains()).hasSize(1).first().satisfies(gain -> {
            assertThat(gain.caughtThen().all() + gain.ordinaryThen().all()).isEqualTo(4000 - proposal.trainedOn());
            assertThat(gain.caughtThen().share()).isGreaterThan(gain.caughtNow().share());
            assertThat(gain.ordinaryThen().share())
                    .isLessThan(gain.ordinaryNow().share() + 0.02);
        });
    }

    @Test
    void proposesTheSameAgain() {
        List<Example> examples = examples(2000);

        assertThat(new Calibration(ruleSet(), FREE, 1).of(examples))
                .isEqualTo(new Calibration(ruleSet(), FREE, 1).of(examples));
    }

    private Proposal calibrated(Limits limits, int examples) {
        return new Calibration(ruleSet(), limits, 1).of(examples(examples));
    }

    /** LOAN-001 matches in most scams and hardly ever otherwise, LOAN-002 less so, LOAN-003 in both alike. */
    private List<Example> examples(int count) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean scam = i % 4 == 0;
            Set<String> rules = new java.util.HashSet<>();
            add(rules, "LOAN-001", scam ? 0.8 : 0.02);
            add(rules, "LOAN-002", scam ? 0.6 : 0.1);
            add(rules, "LOAN-003", 0.5);
            add(rules, "ORD-001", scam ? 0.1 : 0.6);
            examples.add(new Example(i, scam ? "loan" : null, rules, BigDecimal.TEN, 1));
        }
        return examples;
    }

    private void add(Set<String> rules, String rule, double chance) {
        if (random.nextDouble() < chance) {
            rules.add(rule);
        }
    }

    private static Example with(Example example, String rule) {
        Set<String> rules = new java.util.HashSet<>(example.rules());
        rules.add(rule);
        return new Example(example.person(), example.family(), rules, example.amountAtRisk(), example.weight());
    }

    private static int points(Proposal proposal, String rule) {
        return line(proposal, rule).proposed();
    }

    private static Line line(Proposal proposal, String rule) {
        return proposal.lines().stream()
                .filter(it -> it.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static RuleSet ruleSet() {
        return new RuleSet(
                "v1",
                List.of(
                        new Family("loan", "LOAN", new Text("loan", "贷款")),
                        new Family(Family.ORDINARY, "ORD", new Text("ordinary", "日常"))),
                List.of(
                        rule("LOAN-001", "loan", 20),
                        rule("LOAN-002", "loan", 20),
                        rule("LOAN-003", "loan", 20),
                        rule("LOAN-009", "loan", 33),
                        rule("ORD-001", Family.ORDINARY, -20)),
                new Scorecard(Map.of()),
                new Levels(List.of(new Levels.Row(
                        new Level("RED", 4, new Text("urgent", "紧急"), "red", 24), "*", 35, null, false, null))),
                new Actions(List.of()),
                Practice.NONE,
                Map.of(),
                Watchlists.EMPTY,
                (facts, now) -> Evaluator.Evaluation.NOTHING,
                Bounds.STANDARD);
    }

    private static Rule rule(String id, String family, int points) {
        return new Rule(
                id,
                id,
                family,
                Rule.Status.LIVE,
                points,
                Evidence.MONEY,
                null,
                null,
                new Text("r", "r"),
                "o",
                family + "/" + id + ".drl");
    }
}

package org.quanzu.simulation.calibration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quanzu.scoring.Level;
import org.quanzu.scoring.Reckoning;
import org.quanzu.scoring.Rule;
import org.quanzu.scoring.RuleSet;
import org.quanzu.simulation.calibration.Proposal.Gain;
import org.quanzu.simulation.run.Share;
import org.quanzu.simulation.witness.Example;

/** What other points would change for examples that had no part in finding them. */
final class Gains {
    private final RuleSet ruleSet;
    private final Map<String, Rule> rules;

    private Gains(RuleSet ruleSet, Map<String, Rule> rules) {
        this.ruleSet = ruleSet;
        this.rules = rules;
    }

    /** {@code proposed}: points by the id of a rule; those of others stay. */
    static List<Gain> of(RuleSet ruleSet, Map<String, Integer> proposed, List<Example> heldOut) {
        Ranks before = with(ruleSet, Map.of()).ranks(heldOut);
        Ranks after = with(ruleSet, proposed).ranks(heldOut);
        return ruleSet.levels().all().stream()
                .filter(level -> level.rank() > 0)
                .map(level -> new Gain(
                        level.code(),
                        before.caught(level),
                        after.caught(level),
                        before.ordinary(level),
                        after.ordinary(level)))
                .toList();
    }

    /** How many ordinary days reach {@code level} with these points. */
    static long ordinaryDays(RuleSet ruleSet, Map<String, Integer> points, Level level, List<Example> examples) {
        return with(ruleSet, points).ranks(examples).ordinary(level).hits();
    }

    private static Gains with(RuleSet ruleSet, Map<String, Integer> points) {
        Map<String, Rule> rules = new HashMap<>();
        ruleSet.rules().stream()
                .filter(Rule::live)
                .forEach(rule -> rules.put(rule.id(), rule.withPoints(points.getOrDefault(rule.id(), rule.points()))));
        return new Gains(ruleSet, rules);
    }

    /** The highest rank of each scammed person, and of each ordinary day. */
    private record Ranks(Map<Integer, Integer> scammed, List<Integer> days) {
        Share caught(Level level) {
            return share(List.copyOf(scammed.values()), level);
        }

        Share ordinary(Level level) {
            return share(days, level);
        }

        private static Share share(List<Integer> ranks, Level level) {
            return Share.of(ranks.stream().filter(rank -> rank >= level.rank()).count(), ranks.size());
        }
    }

    private Ranks ranks(List<Example> examples) {
        Map<Integer, Integer> scammed = new HashMap<>();
        examples.stream().filter(Example::ofScam).forEach(it -> scammed.merge(it.person(), rank(it), Math::max));
        return new Ranks(
                scammed,
                examples.stream().filter(it -> !it.ofScam()).map(this::rank).toList());
    }

    private int rank(Example example) {
        List<Rule> hit = example.rules().stream()
                .map(rules::get)
                .filter(Objects::nonNull)
                .toList();
        return Reckoning.level(ruleSet, hit, example.amountAtRisk()).rank();
    }
}

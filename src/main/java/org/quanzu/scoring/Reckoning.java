package org.quanzu.scoring;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What certain rules would make of a person if they all matched: for questions of the kind <i>what if this rule were not</i>. */
public final class Reckoning {
    private static final Text NO_TEXT = new Text("", "");

    private Reckoning() {}

    /** The highest level any family reaches with hits of {@code rules} alone; those that are not live count, too. */
    public static Level level(RuleSet ruleSet, Collection<Rule> rules, BigDecimal amountAtRisk) {
        List<Hit> hits =
                rules.stream().map(rule -> new Hit(rule, List.of(), NO_TEXT)).toList();
        return ruleSet.families().stream()
                .filter(family -> !family.id().equals(Family.ORDINARY))
                .map(family -> ruleSet.levels()
                        .of(ruleSet.scorecard().score(family.id(), hits, ruleSet.levels()), amountAtRisk))
                .max(Comparator.comparingInt(Level::rank))
                .orElse(Level.NONE);
    }
}

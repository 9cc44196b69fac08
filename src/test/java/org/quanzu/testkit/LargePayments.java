package org.quanzu.testkit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Transaction;
import org.quanzu.practice.Practice;
import org.quanzu.profile.Bounds;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.Actions;
import org.quanzu.scoring.Decision;
import org.quanzu.scoring.Evaluator.Evaluation;
import org.quanzu.scoring.Evidence;
import org.quanzu.scoring.Family;
import org.quanzu.scoring.Hit;
import org.quanzu.scoring.Level;
import org.quanzu.scoring.Levels;
import org.quanzu.scoring.Rule;
import org.quanzu.scoring.RuleSet;
import org.quanzu.scoring.Scorecard;
import org.quanzu.scoring.Text;
import org.quanzu.watchlist.Watchlists;

/** A rule set with one rule: a payment over 1000 within the last day, to an account nobody verified, is a RED loan scam. */
public final class LargePayments implements RuleSets {
    private static final long DAY_MILLIS = 86_400_000L;
    private static final Level RED = new Level("RED", 1, new Text("urgent", "紧急"), "red", 24);
    private static final Rule RULE = new Rule(
            "LOAN-001",
            "large payment",
            "loan",
            Rule.Status.LIVE,
            60,
            Evidence.MONEY,
            null,
            Rule.Stage.PAYING,
            new Text("a large payment", "大额付款"),
            "a car is expensive",
            "loan/large_payment.drl");

    private final RuleSet ruleSet = new RuleSet(
            "v1",
            List.of(
                    new Family("loan", "LOAN", new Text("loan", "贷款")),
                    new Family("order_brushing", "BRUSH", new Text("brushing", "刷单"))),
            List.of(RULE),
            new Scorecard(Map.of(Evidence.MONEY, 100)),
            new Levels(List.of(new Levels.Row(RED, Levels.Row.ANY, 50, null, false, null))),
            new Actions(List.of(new Actions.Row("*", "RED", Decision.HOLD, "CALL_PERSON", "VOICE", "DESK", 5, "loan"))),
            Practice.NONE,
            Map.of(),
            Watchlists.EMPTY,
            (facts, now) -> new Evaluation(hits(facts, now), List.of()),
            Bounds.STANDARD);

    private static List<Hit> hits(List<Fact> facts, long now) {
        List<Fact> large = facts.stream()
                .filter(fact -> fact instanceof Transaction payment
                        && payment.isOutgoing()
                        && payment.getStartMillis() > now - DAY_MILLIS
                        && !Boolean.TRUE.equals(payment.getPayee().getVerified())
                        && payment.getAmount().compareTo(BigDecimal.valueOf(1000)) > 0)
                .toList();
        return large.isEmpty() ? List.of() : List.of(new Hit(RULE, large, RULE.reason()));
    }

    @Override
    public RuleSet current() {
        return ruleSet;
    }

    @Override
    public List<Version> versions() {
        return List.of();
    }
}

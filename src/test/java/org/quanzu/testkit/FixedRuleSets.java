package org.quanzu.testkit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Transaction;
import org.quanzu.practice.Practice;
import org.quanzu.profile.Bounds;
import org.quanzu.rules.RuleSets;
import org.quanzu.rules.RuleTrace;
import org.quanzu.rules.Tracing;
import org.quanzu.scoring.Actions;
import org.quanzu.scoring.Decision;
import org.quanzu.scoring.Evaluator;
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

/** One rule set, version "v1", with one rule in plain Java: LOAN-001 matches every outgoing payment of 1000 or more. */
public final class FixedRuleSets implements RuleSets, Tracing {
    private static final Rule RULE = new Rule(
            "LOAN-001",
            "large payment",
            "loan",
            Rule.Status.LIVE,
            60,
            Evidence.MONEY,
            null,
            Rule.Stage.PAYING,
            new Text("Paid much", "大额付款"),
            "rent",
            "loan/large_payment.drl");
    private static final Level RED = new Level("RED", 4, new Text("urgent", "紧急"), "red", 24);
    private static final RuleSet CURRENT = new RuleSet(
            "v1",
            List.of(new Family("loan", "LOAN", new Text("loan", "贷款"))),
            List.of(RULE),
            new Scorecard(Map.of()),
            new Levels(List.of(new Levels.Row(RED, "*", 50, null, false, null))),
            new Actions(
                    List.of(new Actions.Row("*", "RED", Decision.HOLD, "CALL_PERSON", "VOICE", "DESK", 15, "loan"))),
            Practice.NONE,
            Map.of(),
            Watchlists.EMPTY,
            (facts, now) -> new Evaluator.Evaluation(hits(facts), List.of()),
            Bounds.STANDARD);

    private static List<Hit> hits(List<Fact> facts) {
        List<Fact> large = facts.stream().filter(FixedRuleSets::isLarge).toList();
        return large.isEmpty() ? List.of() : List.of(new Hit(RULE, large, RULE.reason()));
    }

    private static boolean isLarge(Fact fact) {
        return fact instanceof Transaction payment
                && payment.isOutgoing()
                && payment.getAmount().compareTo(new BigDecimal(1000)) >= 0;
    }

    @Override
    public RuleSet current() {
        return CURRENT;
    }

    @Override
    public List<Version> versions() {
        Instant when = Instant.parse("2026-03-01T00:00:00Z");
        return List.of(new Version("v1", 1, "admin", when, when, true));
    }

    @Override
    public List<RuleTrace> trace(RuleSet ruleSet, List<Fact> facts, long nowMillis) {
        boolean matched = facts.stream().anyMatch(FixedRuleSets::isLarge);
        return List.of(new RuleTrace(RULE, matched, matched ? null : new RuleTrace.Condition(4, 3, "amount >= 1000")));
    }
}

package org.quanzu.testkit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Transaction;
import org.quanzu.practice.Messages;
import org.quanzu.practice.Practice;
import org.quanzu.practice.Priorities;
import org.quanzu.practice.Retries;
import org.quanzu.practice.Units;
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

/** The more was paid at once within the last day, the worse: BLUE from 100, YELLOW from 1000, RED from 10000. */
public final class GradedPayments implements RuleSets {
    private static final long DAY_MILLIS = 86_400_000L;
    private static final List<Rule> RULES = List.of(rule("LOAN-001", 20), rule("LOAN-002", 20), rule("LOAN-003", 50));
    private static final List<BigDecimal> FROM =
            List.of(new BigDecimal("100"), new BigDecimal("1000"), new BigDecimal("10000"));

    private final RuleSet ruleSet = new RuleSet(
            "v1",
            List.of(new Family("loan", "LOAN", new Text("loan", "贷款"))),
            RULES,
            new Scorecard(Map.of(Evidence.MONEY, 100)),
            new Levels(List.of(level("RED", 3, 80), level("YELLOW", 2, 35), level("BLUE", 1, 15))),
            new Actions(List.of(
                    message("BLUE", Decision.ALLOW, "SMS", "general"),
                    message("YELLOW", Decision.WARN, "SMS", "loan"),
                    call("YELLOW", Decision.WARN),
                    message("RED", Decision.HOLD, "FLASH", "loan"),
                    call("RED", Decision.HOLD))),
            new Practice(
                    new Priorities(List.of()),
                    Retries.byRank(List.of("RED", "YELLOW", "BLUE")),
                    Units.STANDARD,
                    Messages.STANDARD),
            Map.of(),
            Watchlists.EMPTY,
            (facts, now) -> new Evaluation(hits(facts, now), List.of()),
            Bounds.STANDARD);

    private static Rule rule(String id, int points) {
        return new Rule(
                id,
                "a payment",
                "loan",
                Rule.Status.LIVE,
                points,
                Evidence.MONEY,
                null,
                Rule.Stage.PAYING,
                new Text("a payment", "付款"),
                "rent",
                "loan/" + id + ".drl");
    }

    private static Levels.Row level(String code, int rank, int points) {
        return new Levels.Row(
                new Level(code, rank, new Text(code, code), "red", 24), Levels.Row.ANY, points, null, false, null);
    }

    private static Actions.Row message(String level, Decision decision, String channel, String script) {
        return new Actions.Row("*", level, decision, "SEND_MESSAGE", channel, "AUTOMATIC", 5, script);
    }

    private static Actions.Row call(String level, Decision decision) {
        return new Actions.Row("*", level, decision, "CALL_PERSON", "VOICE", "DESK", 5, "loan");
    }

    private static List<Hit> hits(List<Fact> facts, long now) {
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < RULES.size(); i++) {
            BigDecimal from = FROM.get(i);
            List<Fact> paid = facts.stream()
                    .filter(fact -> fact instanceof Transaction payment
                            && payment.isOutgoing()
                            && payment.getStartMillis() > now - DAY_MILLIS
                            && payment.getAmount().compareTo(from) >= 0)
                    .toList();
            if (!paid.isEmpty()) {
                hits.add(new Hit(RULES.get(i), paid, RULES.get(i).reason()));
            }
        }
        return hits;
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

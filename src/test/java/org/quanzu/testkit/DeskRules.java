package org.quanzu.testkit;

import java.util.List;
import java.util.Map;
import org.quanzu.practice.Factor;
import org.quanzu.practice.Messages;
import org.quanzu.practice.Practice;
import org.quanzu.practice.Priorities;
import org.quanzu.practice.Retries;
import org.quanzu.practice.Units;
import org.quanzu.profile.Bounds;
import org.quanzu.rules.RuleSets;
import org.quanzu.scoring.Actions;
import org.quanzu.scoring.Evaluator.Evaluation;
import org.quanzu.scoring.Family;
import org.quanzu.scoring.Level;
import org.quanzu.scoring.Levels;
import org.quanzu.scoring.RuleSet;
import org.quanzu.scoring.Scorecard;
import org.quanzu.scoring.Text;
import org.quanzu.watchlist.Watchlists;

/** Four levels, one family and points for what presses, without any rule. */
public final class DeskRules implements RuleSets {
    private static final Priorities PRIORITIES = new Priorities(List.of(
            new Priorities.Row(Factor.LEVEL, "RED", 4000),
            new Priorities.Row(Factor.LEVEL, "ORANGE", 2500),
            new Priorities.Row(Factor.LEVEL, "YELLOW", 1000),
            new Priorities.Row(Factor.BUSY, "2", 400),
            new Priorities.Row(Factor.VULNERABLE, "", 300),
            new Priorities.Row(Factor.MINUTE_WAITED, "", 2)));
    private static final RuleSet CURRENT = new RuleSet(
            "v1",
            List.of(new Family("loan", "LOAN", new Text("loan", "贷款"))),
            List.of(),
            new Scorecard(Map.of()),
            new Levels(List.of(level("RED", 4), level("ORANGE", 3), level("YELLOW", 2), level("BLUE", 1))),
            new Actions(List.of()),
            new Practice(
                    PRIORITIES,
                    Retries.byRank(List.of("RED", "ORANGE", "YELLOW", "BLUE")),
                    Units.STANDARD,
                    Messages.STANDARD),
            Map.of(),
            Watchlists.EMPTY,
            (facts, now) -> new Evaluation(List.of(), List.of()),
            Bounds.STANDARD);

    private static Levels.Row level(String code, int rank) {
        Level level = new Level(code, rank, new Text(code, code), "red", 24);
        return new Levels.Row(level, Levels.Row.ANY, 50, null, false, null);
    }

    @Override
    public RuleSet current() {
        return CURRENT;
    }

    @Override
    public List<Version> versions() {
        return List.of();
    }
}

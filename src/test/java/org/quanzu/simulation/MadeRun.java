package org.quanzu.simulation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quanzu.practice.Factor;
import org.quanzu.practice.Messages;
import org.quanzu.practice.Practice;
import org.quanzu.practice.Priorities;
import org.quanzu.practice.Retries;
import org.quanzu.practice.Units;
import org.quanzu.profile.Bounds;
import org.quanzu.scoring.Actions;
import org.quanzu.scoring.Decision;
import org.quanzu.scoring.Evaluator;
import org.quanzu.scoring.Evidence;
import org.quanzu.scoring.Family;
import org.quanzu.scoring.Level;
import org.quanzu.scoring.Levels;
import org.quanzu.scoring.Rule;
import org.quanzu.scoring.RuleSet;
import org.quanzu.scoring.Scorecard;
import org.quanzu.scoring.Text;
import org.quanzu.simulation.city.Dissuasion;
import org.quanzu.simulation.life.Episode;
import org.quanzu.simulation.life.Episode.Loss;
import org.quanzu.simulation.life.Episode.Talk;
import org.quanzu.simulation.population.Resident;
import org.quanzu.simulation.run.Findings;
import org.quanzu.simulation.run.RuleTally;
import org.quanzu.simulation.run.Sighting;
import org.quanzu.simulation.run.Warning;
import org.quanzu.watchlist.Watchlists;

/** Findings put together by hand, over ten days from midnight of the epoch; persons from 0 on, victims are those with episodes. */
public final class MadeRun {
    public static final long MINUTE = 60_000;
    public static final long HOUR = 60 * MINUTE;
    public static final int DAYS = 10;
    public static final Rule RULE = new Rule(
            "LOAN-001",
            "large payment",
            "loan",
            Rule.Status.LIVE,
            60,
            Evidence.MONEY,
            null,
            null,
            new Text("Paid much", "大额付款"),
            "rent",
            "loan/large_payment.drl");

    private final List<Warning> warnings = new ArrayList<>();
    private final List<Episode> episodes = new ArrayList<>();
    private final int persons;
    private final double real;
    private Dissuasion dissuasion = new Dissuasion(1, 1, 1, 0, 0);
    private String city = "Made";

    /** {@code real}: the share of persons a scam reaches within 30 days. */
    public MadeRun(int persons, double real) {
        this.persons = persons;
        this.real = real;
    }

    public MadeRun called(String name) {
        city = name;
        return this;
    }

    /** How the victims of the episodes that follow meet helpers. */
    public MadeRun meeting(Dissuasion other) {
        dissuasion = other;
        return this;
    }

    /** A scam of one person that takes {@code amount} each time. */
    public MadeRun scam(int person, int amount, long... atMillis) {
        return scam(person, amount, List.of(), atMillis);
    }

    public MadeRun scam(int person, int amount, List<Talk> talks, long... atMillis) {
        List<Loss> losses = IntStream.range(0, atMillis.length)
                .mapToObj(i -> new Loss(atMillis[i], BigDecimal.valueOf(amount), true, true))
                .toList();
        episodes.add(new Episode(
                person,
                person,
                "fee",
                "loan",
                List.of(),
                losses,
                talks,
                dissuasion,
                0,
                atMillis.length == 0 ? 0 : atMillis[atMillis.length - 1]));
        return this;
    }

    public MadeRun red(int person, long atMillis) {
        return warning(person, atMillis, "RED", 4, 90, "DESK", atMillis + 3 * MINUTE, null, false);
    }

    public MadeRun yellow(int person, long atMillis) {
        return warning(person, atMillis, "YELLOW", 2, 40, "DESK", atMillis + 240 * MINUTE, null, false);
    }

    /** A warning of ordinary life around a persona. */
    public MadeRun yellow(int person, long atMillis, String persona) {
        return warning(person, atMillis, "YELLOW", 2, 40, "DESK", atMillis + 240 * MINUTE, persona, false);
    }

    /** A warning that came with the attempt of a payment. */
    public MadeRun redHold(int person, long atMillis) {
        return warning(person, atMillis, "RED", 4, 90, "DESK", atMillis + 3 * MINUTE, null, true);
    }

    private MadeRun warning(
            int person,
            long at,
            String level,
            int rank,
            int score,
            String unit,
            long due,
            @Nullable String persona,
            boolean waits) {
        boolean scam = episodes.stream().anyMatch(it -> it.resident() == person);
        warnings.add(new Warning(
                person,
                at,
                level,
                rank,
                0,
                "loan",
                score,
                BigDecimal.valueOf(1000),
                rank == 4 ? Decision.HOLD : Decision.WARN,
                waits,
                false,
                unit,
                due,
                List.of(RULE.id()),
                List.of(RULE.id()),
                scam ? person : -1,
                persona));
        return this;
    }

    public Findings findings() {
        List<Resident> residents = IntStream.range(0, persons)
                .mapToObj(i -> new Resident(
                        i,
                        "p-" + i,
                        i % 2 == 0 ? "FEMALE" : "MALE",
                        20 + i % 60,
                        "north",
                        "clerk",
                        i % 10 == 0 ? Set.of("tenant") : Set.of(),
                        episodes.stream().anyMatch(it -> it.resident() == i)))
                .toList();
        warnings.sort(Comparator.comparingLong(Warning::atMillis));
        Sighting seen = new Sighting(Deployment.BOTH, 1000, warnings, List.of(new RuleTally("LOAN-001", 1, 2)));
        return new Findings(
                new Text(city, "虚构之城"),
                1,
                0,
                0,
                DAYS,
                real,
                (double) episodes.size() / persons * 30 / DAYS,
                ruleSet(),
                List.of(new Findings.Playbook("fee", "loan", "Fee", "收费")),
                List.of(new Findings.Persona("tenant", 7, "Tenant", "租客")),
                residents,
                episodes,
                List.of(
                        seen,
                        new Sighting(Deployment.BANK, 600, List.of(), List.of()),
                        new Sighting(Deployment.TELECOM, 400, List.of(), List.of())));
    }

    private static RuleSet ruleSet() {
        Practice practice = new Practice(
                new Priorities(List.of(
                        new Priorities.Row(Factor.LEVEL, "RED", 4000),
                        new Priorities.Row(Factor.LEVEL, "YELLOW", 1000))),
                Retries.byRank(List.of("RED", "YELLOW")),
                Units.STANDARD,
                Messages.STANDARD);
        return new RuleSet(
                "v1",
                List.of(new Family("loan", "LOAN", new Text("Loan", "贷款"))),
                List.of(RULE),
                new Scorecard(Map.of()),
                new Levels(List.of(
                        new Levels.Row(level("RED", 4), "*", 80, null, false, null),
                        new Levels.Row(level("ORANGE", 3), "*", 55, null, false, null),
                        new Levels.Row(level("YELLOW", 2), "*", 35, null, false, null))),
                new Actions(List.of()),
                practice,
                Map.of(),
                Watchlists.EMPTY,
                (facts, now) -> Evaluator.Evaluation.NOTHING,
                Bounds.STANDARD);
    }

    private static Level level(String code, int rank) {
        return new Level(code, rank, new Text(code.toLowerCase(Locale.ROOT), "级"), "#c00", 24);
    }
}

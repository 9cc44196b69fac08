package org.quanzu.simulation.team;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quanzu.practice.Practice;
import org.quanzu.scoring.Level;
import org.quanzu.simulation.run.Findings;
import org.quanzu.simulation.run.Workers;
import org.quanzu.simulation.team.TeamFindings.Discipline;
import org.quanzu.simulation.team.TeamFindings.Result;
import org.quanzu.simulation.team.TeamSetup.Unit;

/** Lets teams of different sizes work on what a run found, each order of work with the same persons and the same luck. */
public final class TeamSimulation {
    private static final long DAY = 86_400_000L;
    private static final int POINTS = 10;
    private static final double NINETY = 0.9;
    private static final double NINETY_NINE = 0.99;

    private final Findings findings;
    private final TeamSetup setup;
    private final Practice practice;
    private final List<List<Job>> replicates;

    private TeamSimulation(Findings findings, TeamSetup setup, long seed) {
        this.findings = findings;
        this.setup = setup;
        practice = findings.ruleSet().practice();
        Load load = new Load(findings);
        SplittableRandom random = new SplittableRandom(seed);
        replicates = IntStream.range(0, setup.replicates())
                .mapToObj(i -> load.draw(setup.residents(), random.split()))
                .toList();
    }

    public static TeamFindings of(Findings findings, TeamSetup setup, long seed) {
        return new TeamSimulation(findings, setup, seed).findings();
    }

    private TeamFindings findings() {
        Workers workers = Workers.onePerProcessor();
        List<Discipline> orders = List.of(Discipline.values());
        List<Result> disciplines = workers.each(orders.size(), i -> result(orders.get(i), setup.units()));
        List<Integer> sizes = List.copyOf(sizes());
        List<Result> staffing = workers.each(sizes.size(), i -> staffed(sizes.get(i)));
        return new TeamFindings(setup, disciplines, staffing, enough(staffing, NINETY), enough(staffing, NINETY_NINE));
    }

    /** About as many numbers of operators as a curve needs, closer together where they are few. */
    private TreeSet<Integer> sizes() {
        TreeSet<Integer> sizes = new TreeSet<>();
        int least = setup.units().size();
        for (int i = 0; i <= POINTS; i++) {
            double part = (double) i / POINTS;
            sizes.add((int) Math.round(least * Math.pow((double) Math.max(least, setup.largestTeam()) / least, part)));
        }
        return sizes;
    }

    private Result staffed(int operators) {
        return result(Discipline.PRIORITY, scaled(operators));
    }

    /** The fewest operators, found by halving between two points of the curve; null when even the largest team is too small. */
    private @Nullable Integer enough(List<Result> curve, double share) {
        int below = 0;
        for (Result result : curve) {
            if (result.redTriedInTime().share() >= share) {
                return between(below, result.operators(), share);
            }
            below = result.operators();
        }
        return null;
    }

    private int between(int tooFew, int enough, double share) {
        int low = tooFew;
        int high = enough;
        while (high - low > 1 && low >= setup.units().size()) {
            int middle = (low + high) / 2;
            if (staffed(middle).redTriedInTime().share() >= share) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** So many operators, over the units as they are now: at least one each, the rest in proportion. */
    private List<Unit> scaled(int operators) {
        int now = Math.max(1, setup.units().stream().mapToInt(Unit::operators).sum());
        List<Unit> units = new ArrayList<>();
        int left = operators;
        for (int i = 0; i < setup.units().size(); i++) {
            Unit unit = setup.units().get(i);
            int others = setup.units().size() - i - 1;
            int share = others == 0 ? left : (int) Math.round((double) operators * unit.operators() / now);
            int own = Math.max(Math.min(1, left), Math.min(share, left - others));
            units.add(new Unit(unit.code(), own, unit.from(), unit.to()));
            left -= own;
        }
        return units;
    }

    private Result result(Discipline discipline, List<Unit> units) {
        Shifts shifts = new Shifts(findings.beginMillis(), practice.units(), units);
        int highest = findings.ruleSet().levels().all().stream()
                .mapToInt(Level::rank)
                .max()
                .orElse(0);
        Tally tally = new Tally(highest, setup.replicates());
        for (List<Job> drawn : replicates) {
            List<Job> jobs = drawn.stream().map(Job::afresh).toList();
            DeskRun desk = new DeskRun(practice, setup, shifts, new Waiting(discipline, practice.priorities()));
            desk.work(jobs, findings.beginMillis(), findings.beginMillis() + findings.days() * DAY);
            tally.add(jobs, desk, shifts.operatorHours(findings.days()));
        }
        return tally.result(discipline, shifts.operators());
    }
}

package org.quanzu.simulation.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.quanzu.simulation.life.Episode;
import org.quanzu.simulation.population.Resident;
import org.quanzu.simulation.run.Findings;
import org.quanzu.simulation.run.Share;
import org.quanzu.simulation.run.Sighting;
import org.quanzu.simulation.run.Warning;

/**
 * One group of people, of which rules know nothing: who of the ordinary ones got a warning, and who of the scammed ones was warned
 * of in time. {@code differs}: the interval of one of both does not touch that of everybody else. Cells of fewer than five persons are empty.
 */
public record Fairness(String kind, String group, int persons, Share falseAlarms, Share inTime, boolean differs) {
    private static final int LEAST = 5;
    private static final Share NOTHING = Share.of(0, 0);

    static List<Fairness> of(Findings findings, Sighting sighting) {
        Seen seen = seen(findings, sighting);
        List<Fairness> lines = new ArrayList<>();
        lines.addAll(of("sex", findings, Resident::sex, seen));
        lines.addAll(of("age", findings, Fairness::band, seen));
        lines.addAll(of("town", findings, Resident::town, seen));
        return lines;
    }

    private record Seen(Set<Integer> warned, Set<Integer> scammed, Set<Integer> inTime) {}

    private static Seen seen(Findings findings, Sighting sighting) {
        Grades grades = new Grades(findings.ruleSet());
        InTime inTime = InTime.of(findings.episodes(), sighting);
        Set<Integer> warned = new HashSet<>();
        Set<Integer> scammed = new HashSet<>();
        Set<Integer> caught = new HashSet<>();
        for (Warning warning : sighting.warnings()) {
            if (warning.episode() < 0 && warning.rank() >= grades.telling().rank()) {
                warned.add(warning.resident());
            }
        }
        for (Episode episode : findings.episodes()) {
            if (episode.mainLossMillis().isPresent()) {
                scammed.add(episode.resident());
                inTime.first(episode, grades.acting().rank()).ifPresent(it -> caught.add(episode.resident()));
            }
        }
        return new Seen(warned, scammed, caught);
    }

    private static List<Fairness> of(String kind, Findings findings, Function<Resident, String> group, Seen seen) {
        Map<String, List<Resident>> groups = new TreeMap<>();
        findings.residents()
                .forEach(it -> groups.computeIfAbsent(group.apply(it), none -> new ArrayList<>())
                        .add(it));
        List<Fairness> lines = new ArrayList<>();
        groups.forEach((name, members) -> {
            List<Resident> others = findings.residents().stream()
                    .filter(it -> !group.apply(it).equals(name))
                    .toList();
            lines.add(line(kind, name, members, others, seen));
        });
        return lines;
    }

    private static Fairness line(String kind, String name, List<Resident> members, List<Resident> others, Seen seen) {
        Share alarms = falseAlarms(members, seen);
        Share caught = caught(members, seen);
        boolean differs = apart(alarms, falseAlarms(others, seen)) || apart(caught, caught(others, seen));
        return new Fairness(kind, name, members.size(), alarms, caught, differs);
    }

    private static Share falseAlarms(List<Resident> people, Seen seen) {
        List<Resident> ordinary = people.stream().filter(it -> !it.victim()).toList();
        return share(
                ordinary.stream()
                        .filter(it -> seen.warned().contains(it.index()))
                        .count(),
                ordinary.size());
    }

    private static Share caught(List<Resident> people, Seen seen) {
        List<Resident> scammed = people.stream()
                .filter(it -> seen.scammed().contains(it.index()))
                .toList();
        return share(
                scammed.stream()
                        .filter(it -> seen.inTime().contains(it.index()))
                        .count(),
                scammed.size());
    }

    private static Share share(long hits, long all) {
        return all < LEAST ? NOTHING : Share.of(hits, all);
    }

    private static boolean apart(Share one, Share other) {
        return one.all() > 0 && other.all() > 0 && (one.low() > other.high() || one.high() < other.low());
    }

    private static String band(Resident resident) {
        int age = resident.age();
        return age < 30 ? "16-29" : age < 45 ? "30-44" : age < 60 ? "45-59" : "60+";
    }
}

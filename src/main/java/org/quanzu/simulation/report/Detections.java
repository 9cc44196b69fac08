package org.quanzu.simulation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.quanzu.scoring.Level;
import org.quanzu.simulation.life.Episode;
import org.quanzu.simulation.report.Detection.Groups;
import org.quanzu.simulation.report.Detection.Name;
import org.quanzu.simulation.run.Findings;
import org.quanzu.simulation.run.Share;
import org.quanzu.simulation.run.Sighting;
import org.quanzu.simulation.run.Warning;

/** Makes the figures of detection of one deployment. */
final class Detections {
    private static final double MINUTE = 60_000;

    private final Findings findings;
    private final Grades grades;
    private final InTime inTime;

    Detections(Findings findings, Sighting sighting) {
        this.findings = findings;
        grades = new Grades(findings.ruleSet());
        inTime = InTime.of(findings.episodes(), sighting);
    }

    Groups groups() {
        Detection all = of(new Name("all", "all", "All", "全部"), episode -> true);
        List<Detection> families = findings.ruleSet().families().stream()
                .filter(family ->
                        findings.playbooks().stream().anyMatch(it -> it.family().equals(family.id())))
                .map(family -> of(
                        new Name(
                                "family",
                                family.id(),
                                family.name().en(),
                                family.name().zh()),
                        episode -> episode.family().equals(family.id())))
                .toList();
        List<Detection> playbooks = findings.playbooks().stream()
                .map(it -> of(
                        new Name("playbook", it.name(), it.en(), it.zh()),
                        episode -> episode.playbook().equals(it.name())))
                .filter(it -> it.episodes() > 0)
                .toList();
        return new Groups(List.of(all), families, playbooks);
    }

    private Detection of(Name name, Predicate<Episode> which) {
        List<Episode> episodes = findings.episodes().stream()
                .filter(episode -> episode.mainLossMillis().isPresent())
                .filter(which)
                .toList();
        return new Detection(
                name,
                episodes.size(),
                byLevel(episodes),
                familyRight(episodes),
                leadTimes(episodes),
                episodes.stream().mapToDouble(it -> it.total().doubleValue()).sum(),
                averted(episodes));
    }

    private Map<String, Share> byLevel(List<Episode> episodes) {
        Map<String, Share> shares = new LinkedHashMap<>();
        for (Level level : grades.levels()) {
            long warned = episodes.stream()
                    .filter(it -> inTime.first(it, level.rank()).isPresent())
                    .count();
            shares.put(level.code(), Share.of(warned, episodes.size()));
        }
        return shares;
    }

    private Share familyRight(List<Episode> episodes) {
        long warned = 0;
        long right = 0;
        for (Episode episode : episodes) {
            Optional<Warning> first = acting(episode);
            warned += first.isPresent() ? 1 : 0;
            right += first.filter(it -> episode.family().equals(it.family())).isPresent() ? 1 : 0;
        }
        return Share.of(right, warned);
    }

    private LeadTimes leadTimes(List<Episode> episodes) {
        List<Double> minutes = new ArrayList<>();
        for (Episode episode : episodes) {
            acting(episode)
                    .ifPresent(it ->
                            minutes.add((episode.mainLossMillis().orElse(it.atMillis()) - it.atMillis()) / MINUTE));
        }
        return LeadTimes.of(minutes);
    }

    private double averted(List<Episode> episodes) {
        double averted = 0;
        for (Episode episode : episodes) {
            averted += acting(episode).map(it -> Losses.averted(episode, it)).orElse(0.0);
        }
        return averted;
    }

    private Optional<Warning> acting(Episode episode) {
        return inTime.first(episode, grades.acting().rank());
    }
}

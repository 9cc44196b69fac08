package org.quanzu.simulation.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.simulation.Deployment;
import org.quanzu.simulation.population.Resident;
import org.quanzu.simulation.run.Findings;
import org.quanzu.simulation.run.Sighting;
import org.quanzu.simulation.team.TeamFindings;

/**
 * Everything a run says about a rule set, as figures. {@code contacts}: scams that took no money, which count nowhere else;
 * {@code delayMinutes}: from a warning to the talk, as assumed for what is averted.
 */
public record Report(
        Run run,
        List<Goal> goals,
        List<View> views,
        List<RuleLine> rules,
        List<Fairness> fairness,
        List<Grade> levels,
        @Nullable TeamFindings team) {

    public Report {
        goals = List.copyOf(goals);
        views = List.copyOf(views);
        rules = List.copyOf(rules);
        fairness = List.copyOf(fairness);
        levels = List.copyOf(levels);
    }

    /** Which run it was; {@code begins} and {@code ruleSet}: the first day measured, and the version of the rules. */
    public record Run(
            String city,
            String cityZh,
            long seed,
            double shift,
            String ruleSet,
            String begins,
            int days,
            int persons,
            long victims,
            long episodes,
            long contacts,
            double victimsReal,
            double victimsRaised,
            int delayMinutes) {}

    /** What installations of one kind make of the city. */
    public record View(Deployment deployment, long events, Detection.Groups detection, Ordinary ordinary) {}

    /** A level, lowest first. */
    public record Grade(String code, String en, String zh, String colour) {}

    /** The report of a run; {@code team} is null where no team was simulated. */
    public static Report of(Findings findings, @Nullable TeamFindings team) {
        Grades grades = new Grades(findings.ruleSet());
        List<View> views = findings.sightings().stream()
                .map(sighting -> view(findings, sighting))
                .toList();
        Sighting both = findings.of(Deployment.BOTH);
        return new Report(
                run(findings),
                Goals.of(views, grades),
                views,
                new RuleLines(findings, both).lines(),
                Fairness.of(findings, both),
                grades.levels().stream()
                        .map(it ->
                                new Grade(it.code(), it.name().en(), it.name().zh(), it.colour()))
                        .toList(),
                team);
    }

    private static View view(Findings findings, Sighting sighting) {
        return new View(
                sighting.deployment(),
                sighting.events(),
                new Detections(findings, sighting).groups(),
                new Bother(findings, sighting).ordinary());
    }

    private static Run run(Findings findings) {
        long losing = findings.episodes().stream()
                .filter(it -> it.mainLossMillis().isPresent())
                .count();
        return new Run(
                findings.city().en(),
                findings.city().zh(),
                findings.seed(),
                findings.shift(),
                findings.ruleSet().version(),
                Instant.ofEpochMilli(findings.beginMillis()).toString(),
                findings.days(),
                findings.residents().size(),
                findings.residents().stream().filter(Resident::victim).count(),
                losing,
                findings.episodes().size() - losing,
                findings.victimsReal(),
                findings.victimsRaised(),
                Losses.MINUTES);
    }
}

package org.quanzu.simulation.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanzu.scoring.Rule;
import org.quanzu.simulation.life.Episode;
import org.quanzu.simulation.run.Findings;
import org.quanzu.simulation.run.RuleTally;
import org.quanzu.simulation.run.Sighting;
import org.quanzu.simulation.run.Warning;

/** Makes the figures of rules of one deployment. */
final class RuleLines {
    private final Findings findings;
    private final Sighting sighting;
    private final Grades grades;
    private final Map<String, Integer> unique = new HashMap<>();
    private final Map<String, Integer> cost = new HashMap<>();

    RuleLines(Findings findings, Sighting sighting) {
        this.findings = findings;
        this.sighting = sighting;
        grades = new Grades(findings.ruleSet());
        InTime inTime = InTime.of(findings.episodes(), sighting);
        for (Episode episode : findings.episodes()) {
            inTime.first(episode, grades.acting().rank()).ifPresent(it -> count(it, unique));
        }
        sighting.warnings().stream()
                .filter(it -> it.episode() < 0 && it.rank() >= grades.telling().rank())
                .filter(it -> !findings.residents().get(it.resident()).victim())
                .forEach(it -> count(it, cost));
    }

    private static void count(Warning warning, Map<String, Integer> counts) {
        warning.needed().forEach(rule -> counts.merge(rule, 1, Integer::sum));
    }

    List<RuleLine> lines() {
        Map<String, RuleTally> tallies = new HashMap<>();
        sighting.rules().forEach(tally -> tallies.put(tally.rule(), tally));
        return findings.ruleSet().rules().stream()
                .map(rule -> line(rule, tallies.getOrDefault(rule.id(), new RuleTally(rule.id(), 0, 0))))
                .toList();
    }

    private RuleLine line(Rule rule, RuleTally tally) {
        return new RuleLine(
                rule.id(),
                rule.name(),
                rule.family(),
                rule.status().name(),
                rule.points(),
                tally.episodes(),
                unique.getOrDefault(rule.id(), 0),
                tally.ordinaryDays(),
                Rate.of(cost.getOrDefault(rule.id(), 0), findings.ordinaryPersonDays()),
                Precision.of(tally.episodes(), tally.ordinaryDays(), findings.weight()));
    }
}

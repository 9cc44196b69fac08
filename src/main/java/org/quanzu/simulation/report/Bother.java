package org.quanzu.simulation.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanzu.scoring.Decision;
import org.quanzu.scoring.Level;
import org.quanzu.simulation.population.Resident;
import org.quanzu.simulation.report.Ordinary.PersonaLine;
import org.quanzu.simulation.run.Findings;
import org.quanzu.simulation.run.Share;
import org.quanzu.simulation.run.Sighting;
import org.quanzu.simulation.run.Warning;

/** Makes the figures of ordinary persons of one deployment. */
final class Bother {
    private final Findings findings;
    private final Grades grades;
    private final List<Warning> ordinary;
    private final List<Warning> ofScams;
    private final List<Resident> people;

    Bother(Findings findings, Sighting sighting) {
        this.findings = findings;
        grades = new Grades(findings.ruleSet());
        people = findings.residents().stream().filter(it -> !it.victim()).toList();
        Set<Integer> known = people.stream().map(Resident::index).collect(Collectors.toSet());
        ordinary = sighting.warnings().stream()
                .filter(it -> it.episode() < 0 && known.contains(it.resident()))
                .toList();
        ofScams = sighting.warnings().stream().filter(it -> it.episode() >= 0).toList();
    }

    Ordinary ordinary() {
        long days = findings.ordinaryPersonDays();
        Map<String, Rate> rates = new LinkedHashMap<>();
        Map<String, Precision> precision = new LinkedHashMap<>();
        for (Level level : grades.levels()) {
            long wrong = at(ordinary, level);
            rates.put(level.code(), Rate.of(wrong, days));
            precision.put(level.code(), Precision.of(at(ofScams, level), wrong, findings.weight()));
        }
        return new Ordinary(
                days,
                rates,
                Rate.of(from(ordinary, grades.acting()), days),
                Rate.of(at(ordinary, grades.telling()), days),
                precision,
                holds(ordinary),
                personas());
    }

    private static long at(List<Warning> warnings, Level level) {
        return warnings.stream().filter(it -> it.rank() == level.rank()).count();
    }

    private static long from(List<Warning> warnings, Level level) {
        return warnings.stream().filter(it -> it.rank() >= level.rank()).count();
    }

    private static long holds(List<Warning> warnings) {
        return warnings.stream().filter(it -> it.decision() == Decision.HOLD).count();
    }

    private List<PersonaLine> personas() {
        List<PersonaLine> lines = new ArrayList<>();
        findings.personas().stream()
                .sorted(Comparator.comparingInt(it -> it.number() == 0 ? Integer.MAX_VALUE : it.number()))
                .forEach(it -> lines.add(line(it.name(), it.number(), it.en(), it.zh())));
        lines.add(line(null, 0, "Everyday life", "日常生活"));
        return lines;
    }

    private PersonaLine line(@Nullable String name, int number, String en, String zh) {
        List<Warning> own = ordinary.stream()
                .filter(it -> Objects.equals(it.persona(), name))
                .toList();
        long persons = people.stream()
                .filter(it -> name == null || it.personas().contains(name))
                .count();
        long warned = own.stream()
                .filter(it -> it.rank() >= grades.telling().rank())
                .map(Warning::resident)
                .distinct()
                .count();
        return new PersonaLine(
                name,
                number,
                en,
                zh,
                Share.of(warned, persons),
                from(own, grades.telling()),
                from(own, grades.acting()),
                holds(own));
    }
}

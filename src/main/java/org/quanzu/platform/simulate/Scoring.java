package org.quanzu.platform.simulate;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.quanzu.scoring.RuleSet;
import org.quanzu.simulation.calibration.Limits;
import org.quanzu.simulation.city.City;
import org.quanzu.simulation.report.Report;
import org.quanzu.simulation.report.ReportFiles;
import org.quanzu.simulation.run.CityRun;
import org.quanzu.simulation.run.CityRun.Told;
import org.quanzu.simulation.run.Findings;
import org.quanzu.simulation.run.Workers;
import org.quanzu.simulation.team.TeamSimulation;

/** Scores a city and reports on it. */
final class Scoring {
    private final RuleSet ruleSet;
    private final City city;
    private final Options options;
    private final PrintWriter out;

    Scoring(RuleSet ruleSet, City city, Options options, PrintWriter out) {
        this.ruleSet = ruleSet;
        this.city = city;
        this.options = options;
        this.out = out;
    }

    void run(Path folder) {
        Told told = told();
        Findings findings = told.findings();
        Report report = Report.of(findings, TeamSimulation.of(findings, city.team(), city.seed()));
        ReportFiles.write(folder, report);
        Summary.print(report, out);
        if (options.calibrate) {
            new Proposing(ruleSet, limits(), city.seed(), out).propose(told.examples(), folder);
        }
        out.println("Report: " + folder.resolve("report.html"));
    }

    /** Everybody is told twice: once to know who deals with whom, once to be scored. */
    private Told told() {
        try (Progress progress = new Progress("persons", 2L * city.persons())) {
            return new CityRun(city, ruleSet, new Workers(options.threads, progress::step), options.shift)
                    .run(options.calibrate);
        }
    }

    private Limits limits() {
        return Limits.read(options.file.resolveSibling(Proposing.LIMITS), ruleSet);
    }
}

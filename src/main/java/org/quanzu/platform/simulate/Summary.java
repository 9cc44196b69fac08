package org.quanzu.platform.simulate;

import java.io.PrintWriter;
import java.util.Locale;
import org.quanzu.simulation.report.Goal;
import org.quanzu.simulation.report.Report;

/** The goals of a report in a few lines, for the terminal. */
final class Summary {
    private static final double HUNDRED = 100;

    private Summary() {}

    static void print(Report report, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s, seed %d: %,d persons, %d days, %,d scams that took money%n",
                report.run().city(),
                report.run().seed(),
                report.run().persons(),
                report.run().days(),
                report.run().episodes());
        report.goals().forEach(goal -> out.println(line(goal)));
    }

    private static String line(Goal goal) {
        double unit = goal.atLeast() ? HUNDRED : 1;
        return String.format(
                Locale.ROOT,
                "%-7s %-10s %-16s %7.2f (%.2f to %.2f), wanted %s %.2f",
                goal.met() ? "met" : "MISSED",
                goal.code(),
                goal.group(),
                goal.found() * unit,
                goal.low() * unit,
                goal.high() * unit,
                goal.atLeast() ? "at least" : "at most",
                goal.wanted() * unit);
    }
}

package org.quanzu.platform.simulate;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.quanzu.scoring.RuleSet;
import org.quanzu.simulation.calibration.Limits;
import org.quanzu.simulation.period.Period;

/** Learns points from a labelled period. */
final class Learning {
    private final RuleSet ruleSet;
    private final Options options;
    private final Path simulations;
    private final PrintWriter out;

    /** {@code simulations}: where limits are found when the period brings none. */
    Learning(RuleSet ruleSet, Options options, Path simulations, PrintWriter out) {
        this.ruleSet = ruleSet;
        this.options = options;
        this.simulations = simulations;
        this.out = out;
    }

    void run(Path folder) {
        Limits limits = limits();
        Period.Told told;
        try (Progress progress = new Progress("events", -1)) {
            told = Period.read(options.file, ruleSet).tell(options.warmUp, limits.scamWeight(), progress::step);
        }
        out.printf(
                Locale.ROOT,
                "%s: %,d events of %,d persons, %,d scams%n",
                options.file,
                told.events(),
                told.persons(),
                told.scams());
        if (told.unmet() > 0) {
            out.printf(Locale.ROOT, "%,d events of scams in truth.ndjson are not in events.ndjson%n", told.unmet());
        }
        new Proposing(ruleSet, limits, options.seed == null ? 1 : options.seed, out).propose(told.examples(), folder);
    }

    private Limits limits() {
        Path own = options.file.resolve(Proposing.LIMITS);
        return Limits.read(Files.exists(own) ? own : simulations.resolve(Proposing.LIMITS), ruleSet);
    }
}

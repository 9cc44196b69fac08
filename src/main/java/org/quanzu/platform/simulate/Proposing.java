package org.quanzu.platform.simulate;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.quanzu.scoring.RuleSet;
import org.quanzu.simulation.calibration.Calibration;
import org.quanzu.simulation.calibration.Limits;
import org.quanzu.simulation.calibration.Proposal;
import org.quanzu.simulation.calibration.ProposalFile;
import org.quanzu.simulation.witness.Example;

/** Learns points from examples, writes them as a proposal, and prints what they would gain. */
final class Proposing {
    static final String LIMITS = "calibration.yaml";

    private final RuleSet ruleSet;
    private final Limits limits;
    private final long seed;
    private final PrintWriter out;

    Proposing(RuleSet ruleSet, Limits limits, long seed, PrintWriter out) {
        this.ruleSet = ruleSet;
        this.limits = limits;
        this.seed = seed;
        this.out = out;
    }

    void propose(List<Example> examples, Path folder) {
        Proposal proposal = new Calibration(ruleSet, limits, seed).of(examples);
        out.printf(
                Locale.ROOT,
                "Points learned from %,d days; %.1f points double the odds%n",
                proposal.trainedOn(),
                proposal.pointsToDouble());
        proposal.gains().forEach(this::print);
        out.println("Proposal, applied to nothing: " + ProposalFile.write(folder, proposal));
    }

    private void print(Proposal.Gain gain) {
        out.printf(
                Locale.ROOT,
                "%-8s scams warned of in time %.3f -> %.3f, ordinary days %.5f -> %.5f%n",
                gain.level(),
                gain.caughtNow().share(),
                gain.caughtThen().share(),
                gain.ordinaryNow().share(),
                gain.ordinaryThen().share());
    }
}

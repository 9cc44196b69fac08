package org.quanzu.simulation.calibration;

import java.util.List;
import org.quanzu.simulation.run.Share;

/**
 * Points as they are and as they might be, for every rule, and what that would change for persons who had no part in the
 * calibration. {@code pointsToDouble}: how many points double the odds, 0 when nothing could be learned.
 */
public record Proposal(List<Line> lines, List<Gain> gains, double pointsToDouble, int trainedOn) {

    public Proposal {
        lines = List.copyOf(lines);
        gains = List.copyOf(gains);
    }

    /**
     * A rule: on how many days it matched in scams and in ordinary life, its coefficient (log odds), and the note
     * why its points stay or where they were stopped, empty otherwise.
     */
    public record Line(
            String rule,
            String file,
            int now,
            int proposed,
            double coefficient,
            long scamDays,
            long ordinaryDays,
            String note) {}

    /**
     * At one level or above, among those held out: scammed persons warned before the main loss, and days of ordinary persons,
     * of those on which any rule matched.
     */
    public record Gain(String level, Share caughtNow, Share caughtThen, Share ordinaryNow, Share ordinaryThen) {}
}

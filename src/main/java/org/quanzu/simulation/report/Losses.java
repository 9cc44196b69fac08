package org.quanzu.simulation.report;

import org.quanzu.simulation.life.Episode;
import org.quanzu.simulation.life.Episode.Loss;
import org.quanzu.simulation.run.Warning;

/**
 * What a warning averts, under assumptions that are stated in the report: somebody talks with the person {@link #MINUTES} after the
 * warning, and the person is persuaded as often as the playbook says of a talk on the phone. A payment that was waiting when the
 * warning came counts, for the bank asks before it carries it out.
 */
final class Losses {
    static final int MINUTES = 15;
    private static final long DELAY = MINUTES * 60_000L;

    private Losses() {}

    static double averted(Episode episode, Warning warning) {
        return episode.losses().stream()
                        .filter(loss -> loss.amount().signum() > 0)
                        .filter(loss -> isAverted(loss, warning))
                        .mapToDouble(loss -> loss.amount().doubleValue())
                        .sum()
                * episode.dissuasion().persuaded();
    }

    private static boolean isAverted(Loss loss, Warning warning) {
        return loss.atMillis() >= warning.atMillis() + DELAY
                || loss.atMillis() == warning.atMillis() && warning.paymentWaits();
    }
}

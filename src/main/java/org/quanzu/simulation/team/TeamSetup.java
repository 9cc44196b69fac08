package org.quanzu.simulation.team;

import java.util.List;

/**
 * The dissuasion team of a simulated city: warnings are scaled to {@code residents} by taking persons again at random,
 * {@code replicates} times over. Minutes of work: {@code talkMinutes} for a call that reaches, {@code missMinutes} for one that
 * does not, {@code visitMinutes} there and back. {@code answers}: the chance that somebody who is not being scammed picks up.
 */
public record TeamSetup(
        int residents,
        int replicates,
        double talkMinutes,
        double missMinutes,
        double visitMinutes,
        double answers,
        int largestTeam,
        List<Unit> units) {

    public TeamSetup {
        units = List.copyOf(units);
    }

    /** People of one unit: {@code operators} from the local hour {@code from} to {@code to} (24 hours when equal). */
    public record Unit(String code, int operators, int from, int to) {}
}

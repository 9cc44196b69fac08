package org.quanzu.simulation.report;

import org.quanzu.simulation.run.Share;

/**
 * Something a rule set has to reach: {@code found}, which lies between {@code low} and {@code high}, is at least (or at most)
 * {@code wanted}. {@code code} names the goal, {@code group} what it is about, empty where it is about everything.
 */
public record Goal(
        String code, String group, boolean atLeast, double wanted, double found, double low, double high, boolean met) {

    static Goal atLeast(String code, String group, double wanted, Share share) {
        return new Goal(code, group, true, wanted, share.share(), share.low(), share.high(), share.share() >= wanted);
    }

    static Goal atMost(String code, double wanted, Rate rate) {
        return new Goal(
                code, "", false, wanted, rate.perThousand(), rate.low(), rate.high(), rate.perThousand() <= wanted);
    }
}

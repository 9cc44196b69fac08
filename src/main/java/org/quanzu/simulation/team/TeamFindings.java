package org.quanzu.simulation.team;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.simulation.run.Share;

/**
 * How a dissuasion team of different sizes and orders of work fares with the warnings of a run: {@code disciplines} compare the
 * orders at the set number of operators, {@code staffing} is the curve over the number of operators in the order of the rules;
 * {@code forNinety} and {@code forNinetyNine}: how few operators try so many percent of the most urgent cases within their deadline, null
 * when even the largest team does not.
 */
public record TeamFindings(
        TeamSetup setup,
        List<Result> disciplines,
        List<Result> staffing,
        @Nullable Integer forNinety,
        @Nullable Integer forNinetyNine) {

    /** The order in which waiting cases are taken. */
    public enum Discipline {
        /** Urgency by {@code priority.csv}, as the desk does. */
        PRIORITY,
        /** Whoever waits longest. */
        OLDEST_FIRST,
        /** The highest score, whatever else is known. */
        SCORE_FIRST
    }

    /**
     * One team at work. Shares are of cases at the highest level: rung up (or visited) within their deadline; reached within it; reached before the payment
     * (of those with a payment still to come); whoever was persuaded before it was so urgent was reached. {@code minutesToReach}: median from warning to talk; {@code averted} and
     * {@code avertedPerOperatorHour} in CNY at real prevalence; {@code busy}: share of time operators work; {@code longestQueue} cases;
     * {@code never}: cases nobody got round to within a day.
     */
    public record Result(
            Discipline discipline,
            int operators,
            Share redTriedInTime,
            Share redInTime,
            Share redBeforePayment,
            Share allInTime,
            double minutesToReach,
            double averted,
            double avertedPerOperatorHour,
            double busy,
            int longestQueue,
            long cases,
            long never) {}
}

package org.quanzu.simulation.team;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Median;
import org.quanzu.scoring.Decision;
import org.quanzu.simulation.life.Episode.Loss;
import org.quanzu.simulation.run.Share;
import org.quanzu.simulation.run.Warning;
import org.quanzu.simulation.team.TeamFindings.Discipline;
import org.quanzu.simulation.team.TeamFindings.Result;

/**
 * Counts what a team achieved. Averted is what a persuaded person would have paid from then on (of one who pays again: only
 * what falls into the next 24 hours), and a payment a bank holds for up to two hours when the person is persuaded within them.
 */
final class Tally {
    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;
    private static final long HELD = 2 * HOUR;
    private static final double MINUTE = 60_000;

    private final int highest;
    private final int replicates;
    private long red;
    private long redTried;
    private long redInTime;
    private long redWithPayment;
    private long redBeforePayment;
    private long inTime;
    private long cases;
    private long never;
    private double averted;
    private double workedMinutes;
    private double operatorHours;
    private int longest;
    private double[] minutes = new double[64];
    private int reached;

    /** {@code highest}: the rank of the highest level; figures of {@code replicates} periods are told as of one. */
    Tally(int highest, int replicates) {
        this.highest = highest;
        this.replicates = replicates;
    }

    void add(List<Job> jobs, DeskRun desk, double hours) {
        jobs.forEach(this::add);
        workedMinutes += desk.workedMinutes();
        operatorHours += hours;
        longest = Math.max(longest, desk.longestQueue());
    }

    private void add(Job job) {
        cases++;
        Warning first = job.warnings.get(0);
        inTime += isInTime(job, first) ? 1 : 0;
        never += job.tries == 0 ? 1 : 0;
        if (job.reachedMillis() >= 0) {
            note((job.reachedMillis() - job.at(first)) / MINUTE);
        }
        job.warnings.stream()
                .filter(warning -> warning.rank() == highest)
                .findFirst()
                .ifPresent(warning -> red(job, warning));
        averted += averted(job);
    }

    private void red(Job job, Warning warning) {
        red++;
        redTried += job.isTriedBetween(job.at(warning), warning.dueMillis() + job.laterMillis) ? 1 : 0;
        redInTime += isInTime(job, warning) ? 1 : 0;
        nextPayment(job, warning).ifPresent(at -> {
            redWithPayment++;
            redBeforePayment += job.isReachedBetween(job.at(warning), at + job.laterMillis - 1) ? 1 : 0;
        });
    }

    private static boolean isInTime(Job job, Warning warning) {
        return job.isReachedBetween(job.at(warning), warning.dueMillis() + job.laterMillis);
    }

    private static Optional<Long> nextPayment(Job job, Warning warning) {
        return job.episode == null
                ? Optional.empty()
                : job.episode.losses().stream()
                        .filter(loss -> loss.amount().signum() > 0 && loss.atMillis() > warning.atMillis())
                        .map(Loss::atMillis)
                        .findFirst();
    }

    private static double averted(Job job) {
        if (job.episode == null || !job.persuaded) {
            return 0;
        }
        long then = job.persuadedMillis - job.laterMillis;
        boolean again = job.happens(job.episode.dissuasion().again());
        return job.episode.losses().stream()
                .filter(loss -> loss.amount().signum() > 0)
                .filter(loss ->
                        loss.atMillis() >= then && !(again && loss.atMillis() >= then + DAY) || isHeld(job, loss, then))
                .map(Loss::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    private static boolean isHeld(Job job, Loss loss, long then) {
        return loss.attempted()
                && loss.atMillis() < then
                && then - loss.atMillis() <= HELD
                && job.warnings.stream()
                        .anyMatch(it -> it.decision() == Decision.HOLD && it.atMillis() == loss.atMillis());
    }

    private void note(double waited) {
        if (reached == minutes.length) {
            minutes = Arrays.copyOf(minutes, reached * 2);
        }
        minutes[reached++] = waited;
    }

    Result result(Discipline discipline, int operators) {
        double[] all = Arrays.copyOf(minutes, reached);
        return new Result(
                discipline,
                operators,
                Share.of(redTried, red),
                Share.of(redInTime, red),
                Share.of(redBeforePayment, redWithPayment),
                Share.of(inTime, cases),
                reached == 0 ? 0 : Median.withDefaults().evaluate(all),
                averted / replicates,
                operatorHours == 0 ? 0 : averted / operatorHours,
                operatorHours == 0 ? 0 : workedMinutes / 60 / operatorHours,
                longest,
                Math.round((double) cases / replicates),
                Math.round((double) never / replicates));
    }
}

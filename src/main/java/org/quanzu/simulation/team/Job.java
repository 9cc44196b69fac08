package org.quanzu.simulation.team;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.quanzu.simulation.life.Episode;
import org.quanzu.simulation.run.Warning;

/** One person for the team: the warnings, later by {@code laterMillis} than they were found, and how far one got with it. */
final class Job {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    final List<Warning> warnings;
    final @Nullable Episode episode;
    final long laterMillis;
    private final long seed;

    Warning warning;
    String unit = "";
    long since;
    int tries;
    int busy;
    boolean visit;
    boolean waiting;
    boolean atWork;
    boolean closed;
    boolean persuaded;
    long persuadedMillis = -1;
    int version;
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Long> talks = new ArrayList<>();
    private int draws;

    Job(List<Warning> warnings, @Nullable Episode episode, long laterMillis, long seed) {
        this.warnings = List.copyOf(warnings);
        this.episode = episode;
        this.laterMillis = laterMillis;
        this.seed = seed;
        warning = warnings.get(0);
    }

    /** The same person as if nothing had been done yet: every order of work meets the same people and the same luck. */
    Job afresh() {
        return new Job(warnings, episode, laterMillis, seed);
    }

    long at(Warning of) {
        return of.atMillis() + laterMillis;
    }

    long due() {
        return warning.dueMillis() + laterMillis;
    }

    /** Somebody works on it from a moment to another. */
    private record Attempt(long startMillis, long endMillis) {}

    /** Somebody begins to work on it. */
    void begin() {
        atWork = true;
        tries++;
    }

    /** Somebody works on it from then to then. */
    void note(long startMillis, long endMillis) {
        attempts.add(new Attempt(startMillis, endMillis));
    }

    /** The person talks with somebody of the team. */
    void reach(long millis) {
        talks.add(millis);
    }

    /** Whether somebody worked on it between the two, both included, or the person had been persuaded before. */
    boolean isTriedBetween(long fromMillis, long toMillis) {
        return isPersuadedBefore(fromMillis)
                || attempts.stream().anyMatch(it -> it.endMillis() >= fromMillis && it.startMillis() <= toMillis);
    }

    /** Whether the person was reached between the two, both included, or persuaded before. */
    boolean isReachedBetween(long fromMillis, long toMillis) {
        return isPersuadedBefore(fromMillis) || talks.stream().anyMatch(it -> it >= fromMillis && it <= toMillis);
    }

    private boolean isPersuadedBefore(long millis) {
        return persuaded && persuadedMillis <= millis;
    }

    /** When the person was reached first; -1 for never. */
    long reachedMillis() {
        return talks.isEmpty() ? -1 : talks.get(0);
    }

    /** Whether something of this chance happens. */
    boolean happens(double chance) {
        return new SplittableRandom(seed + SPREAD * ++draws).nextDouble() < chance;
    }

    boolean isOnTheLine(long millis) {
        long then = millis - laterMillis;
        return episode != null
                && episode.talks().stream().anyMatch(talk -> talk.startMillis() <= then && then < talk.endMillis());
    }

    /** A new or more urgent warning, which opens the case again where it was closed; one more urgent is rung up before it is visited. */
    void rise(Warning to) {
        if (closed || to.rank() > warning.rank()) {
            closed = false;
            tries = 0;
            busy = 0;
            visit = false;
        }
        warning = to;
    }
}

package org.quanzu.simulation.team;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.quanzu.practice.Circumstances;
import org.quanzu.practice.Priorities;
import org.quanzu.simulation.run.Warning;
import org.quanzu.simulation.team.TeamFindings.Discipline;

/** The queues of all units in one order of work. */
final class Waiting {
    private static final Comparator<Place> ORDER =
            Comparator.comparingDouble(Place::key).thenComparingLong(Place::number);

    private final Discipline discipline;
    private final Priorities priorities;
    private final Map<String, PriorityQueue<Place>> queues = new HashMap<>();
    private long number;
    private int size;
    private int longest;

    /** A place in a queue: the lowest key comes first; out of date when the job has another version. */
    private record Place(Job job, int version, double key, long number) {}

    Waiting(Discipline discipline, Priorities priorities) {
        this.discipline = discipline;
        this.priorities = priorities;
    }

    /** Puts the job in its unit's queue, and takes it from wherever it waited. */
    void add(Job job) {
        job.version++;
        queues.computeIfAbsent(job.unit, none -> new PriorityQueue<>(ORDER))
                .add(new Place(job, job.version, key(job), number++));
        size += job.waiting ? 0 : 1;
        job.waiting = true;
        longest = Math.max(longest, size);
    }

    /** Takes the first job of the unit; null when none waits. */
    @Nullable Job next(String unit) {
        PriorityQueue<Place> queue = queues.get(unit);
        while (queue != null && !queue.isEmpty()) {
            Place place = queue.remove();
            if (place.version() == place.job().version) {
                place.job().waiting = false;
                place.job().version++;
                size--;
                return place.job();
            }
        }
        return null;
    }

    int longest() {
        return longest;
    }

    private double key(Job job) {
        return switch (discipline) {
            case PRIORITY -> -priorities.urgency(priorities.points(circumstances(job)), job.since);
            case OLDEST_FIRST -> job.at(job.warnings.get(0));
            case SCORE_FIRST -> -job.warning.score();
        };
    }

    private static Circumstances circumstances(Job job) {
        Warning warning = job.warning;
        return new Circumstances(
                warning.level(),
                Objects.requireNonNullElse(warning.family(), ""),
                warning.amountAtRisk().max(BigDecimal.ZERO),
                warning.onTheLine(),
                warning.paymentWaits(),
                0,
                job.busy,
                false);
    }
}

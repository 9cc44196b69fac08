package org.quanzu.simulation.team;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.quanzu.practice.Practice;
import org.quanzu.practice.Retries;
import org.quanzu.simulation.city.Dissuasion;
import org.quanzu.simulation.run.Warning;

/**
 * A team at work on one period: a simulation of events in the order of their time. Somebody on the phone with the criminals is
 * engaged; a call that reaches somebody takes {@code talkMinutes}, another one {@code missMinutes}; two engaged lines, or as
 * many unanswered calls as {@code retries.csv} says, lead to a visit, which always meets the person; whoever does not
 * listen on the phone is visited, too. An untouched case goes to the next unit when its deadline passes.
 */
final class DeskRun {
    private static final long MINUTE = 60_000L;
    private static final long HOUR = 60 * MINUTE;
    private static final int QUIET_FROM = 22;
    private static final int QUIET_TO = 8;
    private static final int ENGAGED_BEFORE_VISIT = 2;

    private final Practice practice;
    private final TeamSetup setup;
    private final Shifts shifts;
    private final Waiting waiting;
    private final Map<String, Integer> atWork = new HashMap<>();
    private final PriorityQueue<Moment> agenda =
            new PriorityQueue<>(Comparator.comparingLong(Moment::millis).thenComparingLong(Moment::number));
    private long number;
    private double workedMinutes;

    /** Something that happens at a moment. */
    private record Moment(long millis, long number, Runnable what) {}

    DeskRun(Practice practice, TeamSetup setup, Shifts shifts, Waiting waiting) {
        this.practice = practice;
        this.setup = setup;
        this.shifts = shifts;
        this.waiting = waiting;
    }

    /** Works until everything is done, or nobody comes to work for a day after {@code endMillis}. */
    void work(List<Job> jobs, long beginMillis, long endMillis) {
        for (Job job : jobs) {
            for (Warning warning : job.warnings) {
                at(job.at(warning), now -> rise(job, warning, now));
            }
        }
        for (long hour = beginMillis; hour <= endMillis + 24 * HOUR; hour += HOUR) {
            at(hour, this::callAll);
        }
        while (!agenda.isEmpty() && agenda.element().millis() <= endMillis + 24 * HOUR) {
            agenda.remove().what().run();
        }
    }

    double workedMinutes() {
        return workedMinutes;
    }

    int longestQueue() {
        return waiting.longest();
    }

    /** Does something at its moment. */
    @FunctionalInterface
    private interface Deed {
        void at(long millis);
    }

    private void at(long millis, Deed deed) {
        agenda.add(new Moment(millis, number++, () -> deed.at(millis)));
    }

    private void rise(Job job, Warning warning, long now) {
        if (job.persuaded) {
            return;
        }
        job.rise(warning);
        job.unit = job.visit ? job.unit : shifts.manned(String.valueOf(warning.unit()), now);
        if (!job.atWork) {
            enqueue(job, now);
        }
        at(Math.max(now, job.due()), then -> breach(job, warning, then));
    }

    /** Nobody has touched it in time: the next unit where somebody is shall. */
    private void breach(Job job, Warning warning, long now) {
        if (job.waiting && job.tries == 0 && job.warning == warning) {
            job.unit = shifts.after(job.unit, now);
            enqueue(job, now);
        }
    }

    private void enqueue(Job job, long now) {
        if (!job.visit && isQuiet(now) && !practice(job).anyHour()) {
            at(morning(now), then -> again(job, then));
            return;
        }
        job.since = now;
        waiting.add(job);
        call(job.unit, now);
    }

    private void again(Job job, long now) {
        if (!job.closed && !job.waiting && !job.atWork) {
            job.unit = job.visit ? job.unit : shifts.manned(job.unit, now);
            enqueue(job, now);
        }
    }

    private boolean isQuiet(long now) {
        int hour = shifts.hour(now);
        return hour >= QUIET_FROM || hour < QUIET_TO;
    }

    private long morning(long now) {
        return now + Math.floorMod(QUIET_TO - shifts.hour(now), 24) * HOUR;
    }

    private void callAll(long now) {
        shifts.codes().forEach(unit -> call(unit, now));
    }

    /** Whoever is free takes the next case. */
    private void call(String unit, long now) {
        while (atWork.getOrDefault(unit, 0) < shifts.onDuty(unit, now)) {
            Job job = waiting.next(unit);
            if (job == null) {
                return;
            }
            begin(job, unit, now);
        }
    }

    private void begin(Job job, String unit, long now) {
        job.begin();
        atWork.merge(unit, 1, Integer::sum);
        double minutes = job.visit ? visit(job, now) : ring(job, now);
        workedMinutes += minutes;
        long over = now + Math.round(minutes * MINUTE);
        job.note(now, over);
        at(over, then -> end(job, unit, then));
    }

    /** Half the time is the way there; the minutes it takes. */
    private double visit(Job job, long now) {
        long met = now + Math.round(setup.visitMinutes() / 2 * MINUTE);
        reached(job, met, job.episode == null ? 1 : job.episode.dissuasion().visited(), met);
        job.closed = true;
        return setup.visitMinutes();
    }

    private double ring(Job job, long now) {
        if (job.isOnTheLine(now)) {
            job.busy++;
            return setup.missMinutes();
        }
        @Nullable Dissuasion person = job.episode == null ? null : job.episode.dissuasion();
        if (!job.happens(person == null ? setup.answers() : person.answers())) {
            return setup.missMinutes();
        }
        long talked = now + Math.round(setup.talkMinutes() * MINUTE);
        reached(job, now, person == null ? 1 : person.persuaded(), talked);
        job.closed = person == null || job.persuaded;
        job.visit = !job.closed;
        return setup.talkMinutes();
    }

    private static void reached(Job job, long millis, double persuaded, long thenMillis) {
        job.reach(millis);
        if (job.episode != null && job.happens(persuaded)) {
            job.persuaded = true;
            job.persuadedMillis = thenMillis;
        }
    }

    private void end(Job job, String unit, long now) {
        job.atWork = false;
        atWork.merge(unit, -1, Integer::sum);
        if (!job.closed) {
            next(job, now);
        }
        call(unit, now);
    }

    private void next(Job job, long now) {
        Retries.Row row = practice(job);
        job.visit = job.visit || job.busy >= ENGAGED_BEFORE_VISIT || job.tries - job.busy >= row.callsBeforeVisit();
        if (job.visit) {
            job.unit = shifts.visiting(job.unit);
            enqueue(job, now);
        } else {
            int minutes = row.retryMinutes()
                    .get(Math.min(Math.max(1, job.tries), row.retryMinutes().size()) - 1);
            at(now + minutes * MINUTE, then -> again(job, then));
        }
    }

    private Retries.Row practice(Job job) {
        return practice.retries().of(job.warning.level());
    }
}

package org.quanzu.simulation.life;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.quanzu.simulation.script.Deed;
import org.quanzu.simulation.script.Script;
import org.quanzu.simulation.script.Step;

/** A script being played to one person, step by step as time comes, so that every step sees the account as it is then. */
final class Performance {
    private final Deeds deeds;
    private final RandomGenerator random;
    private final ZoneOffset offset;
    private final Deque<Iterator<Step>> open = new ArrayDeque<>();
    private long now;
    private @Nullable Step next;
    private boolean quit;

    Performance(Script script, Deeds deeds, RandomGenerator random, long startSecond, ZoneOffset offset) {
        this.deeds = deeds;
        this.random = random;
        this.offset = offset;
        now = startSecond;
        open.push(script.steps().iterator());
        fetch();
    }

    /** Plays what comes before {@code second}; whether there is more to come. */
    boolean play(long second) {
        while (next != null && now < second) {
            Step step = next;
            now = done(step);
            fetch();
        }
        return next != null;
    }

    /** The next step that happens at all, and its time. */
    private void fetch() {
        next = null;
        while (next == null && !open.isEmpty()) {
            Iterator<Step> steps = open.peek();
            if (!steps.hasNext()) {
                open.pop();
                continue;
            }
            Step step = steps.next();
            if (random.nextDouble() < step.chance()) {
                next = step;
                now = at(step, now);
            }
        }
    }

    private long at(Step step, long second) {
        long after = second + Math.round(step.after().draw(random, none -> 0));
        return step.hours().next(Instant.ofEpochSecond(after).atZone(offset)).toEpochSecond();
    }

    /** Does a step now; the second in which it is over. */
    private long done(Step step) {
        if (step.deed() instanceof Deed.Repeat repeat) {
            long times = Math.round(repeat.times().draw(random, deeds.amounts()));
            for (long i = 0; i < times; i++) {
                open.push(repeat.steps().iterator());
            }
            return now;
        }
        if (step.deed() instanceof Deed.Choose choose) {
            open.push(choose.courses().choose(random).iterator());
            return now;
        }
        if (step.deed() instanceof Deed.Quit end) {
            if (random.nextDouble() < end.chance()) {
                quit = true;
                open.clear();
            }
            return now;
        }
        if (step.deed() instanceof Deed.Talk talk) {
            return talked(talk, step.seen());
        }
        deeds.perform(step, now);
        return now;
    }

    private long talked(Deed.Talk talk, double seen) {
        Calls.Running call = deeds.calls().begin(talk, now, seen);
        long end = call.answered() ? meanwhile(talk.meanwhile()) : now;
        return deeds.calls().end(call, end);
    }

    /** Plays steps while a call lasts, all at once; the second of the last of them. */
    private long meanwhile(List<Step> steps) {
        Deque<Iterator<Step>> before = new ArrayDeque<>(open);
        open.clear();
        open.push(steps.iterator());
        fetch();
        while (next != null) {
            now = done(next);
            fetch();
        }
        if (!quit) {
            open.addAll(before);
        }
        return now;
    }
}

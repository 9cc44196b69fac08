package org.quanzu.simulation.life;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.CallEvent;
import org.quanzu.event.CallEvent.State;
import org.quanzu.simulation.population.Partner;
import org.quanzu.simulation.script.Deed;

/** The calls of a script: told when they end, and by some telephone companies while they last. */
final class Calls {
    private static final int MINUTE = 60;
    private static final int LONGEST = 43_200;

    private final Scene scene;
    private final Amounts amounts;

    Calls(Scene scene, Amounts amounts) {
        this.scene = scene;
        this.amounts = amounts;
    }

    /** A call that has begun: when, for how long at least, with whom, and whether anybody hears of it. */
    record Running(
            Deed.Talk talk, Partner with, String callId, long start, long seconds, boolean answered, boolean seen) {}

    Running begin(Deed.Talk talk, long second, double seen) {
        Partner with = scene.partner(talk.with(), talk.another());
        boolean answered = talk.answered() >= 1 || scene.chance(talk.answered());
        long drawn = Math.round(talk.minutes().draw(scene.random(), amounts) * MINUTE);
        long seconds = answered ? Math.max(3, Math.min(LONGEST, drawn)) : 0;
        boolean heard = seen >= 1 || scene.chance(seen);
        String id = "call-" + scene.person().resident().index() + "-"
                + scene.diary().next();
        Running call = new Running(talk, with, id, second, seconds, answered, heard);
        if (answered && scene.person().live() && seconds >= MINUTE) {
            tell(call, second, State.ACTIVE, null);
        }
        scene.onCall(answered);
        return call;
    }

    /** Ends the call, not before {@code second}; the second in which it ended. */
    long end(Running call, long second) {
        scene.onCall(false);
        long after = call.talk().meanwhile().isEmpty()
                ? 0
                : second + 5 + scene.random().nextInt(MINUTE);
        long end = Math.max(call.start() + call.seconds(), call.answered() ? after : call.start());
        tell(call, end, State.ENDED, (int) Math.min(LONGEST, end - call.start()));
        if (call.answered() && call.with().criminal() && scene.log() != null) {
            Objects.requireNonNull(scene.log()).talked(scene.millis(call.start()), scene.millis(end));
        }
        return end;
    }

    /** A call told at its end only is told by its start; the states of a live one by their own times. */
    private void tell(Running call, long second, State state, @Nullable Integer seconds) {
        boolean live = scene.person().live() && call.seconds() >= MINUTE;
        long occurred = live ? second : call.start();
        scene.ofTelecom(
                scene.millis(second),
                scene.millis(occurred),
                call.seen(),
                call.with(),
                header -> new CallEvent(
                        header,
                        call.callId(),
                        call.talk().direction(),
                        call.with().number(),
                        call.answered(),
                        seconds,
                        state));
    }
}

package org.quanzu.platform.body;

import java.util.HashMap;
import java.util.Map;

/** Who may hold a thread while a body comes in: so many at once, and half of them at most for one caller. */
final class SlowBodies {
    private final int most;
    private final Map<String, Integer> held = new HashMap<>();
    private int all;

    SlowBodies(int most) {
        this.most = most;
    }

    synchronized boolean enter(String caller) {
        var own = held.getOrDefault(caller, 0);
        if (all >= most || own >= (most + 1) / 2) {
            return false;
        }
        all++;
        held.put(caller, own + 1);
        return true;
    }

    synchronized void leave(String caller) {
        all--;
        held.computeIfPresent(caller, (name, own) -> own == 1 ? null : own - 1);
    }
}

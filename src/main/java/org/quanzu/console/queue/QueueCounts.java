package org.quanzu.console.queue;

import java.util.Map;

/** How the queue stands: free cases by the code of their level, cases somebody works on, deadlines that passed. */
public record QueueCounts(Map<String, Integer> freeByLevel, int taken, int overdue) {
    public QueueCounts {
        freeByLevel = Map.copyOf(freeByLevel);
    }

    public int free() {
        return freeByLevel.values().stream().mapToInt(Integer::intValue).sum();
    }
}

package org.quanzu.console.queue;

import java.util.Set;

/** Cases were opened, changed, taken or closed; whoever shows the queue looks again. */
public record QueueChanged(Set<String> caseIds) {
    public QueueChanged {
        caseIds = Set.copyOf(caseIds);
    }
}

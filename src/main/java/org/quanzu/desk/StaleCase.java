package org.quanzu.desk;

import java.util.List;

/** Somebody else changed the case meanwhile; nothing was recorded. */
public final class StaleCase extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Case now;
    private final transient List<HistoryLine> changes;

    public StaleCase(Case now, List<HistoryLine> changes) {
        super("Case " + now.caseId() + " was changed meanwhile and has version " + now.version()
                + "; nothing was recorded\nMaybe read the change and save again");
        this.now = now;
        this.changes = List.copyOf(changes);
    }

    /** The case as it is now. */
    public Case now() {
        return now;
    }

    /** What happened since, latest first, by whoever did it. */
    public List<HistoryLine> changes() {
        return changes;
    }
}

package org.quanzu.journal;

import java.util.List;
import javax.sql.DataSource;

/** What else must become durable together with lines: all of it with them, or nothing. */
public interface Companion {
    boolean concerns(Line line);

    /**
     * Writes what follows from {@code lines}, in their order, over the only connection of {@code transaction}. A failure
     * undoes the lines too.
     */
    void write(DataSource transaction, List<Line> lines);

    /** Called once the lines and what was written with them are durable; must not fail or wait. */
    void kept(List<Line> lines);
}

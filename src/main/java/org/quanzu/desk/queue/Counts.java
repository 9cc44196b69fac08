package org.quanzu.desk.queue;

import java.time.Instant;
import java.util.List;
import java.util.function.ToIntFunction;

/** How many cases are open, by unit and level, highest level first; {@code oldest} opened first of them. */
public record Counts(List<Row> rows) {

    public Counts {
        rows = List.copyOf(rows);
    }

    /** The open cases of one level in one unit; those overdue are queued or waiting past their deadline. */
    public record Row(String unit, String level, int queued, int taken, int waiting, int overdue, Instant oldest) {
        public int open() {
            return queued + taken + waiting;
        }
    }

    public int open() {
        return sum(Row::open);
    }

    public int overdue() {
        return sum(Row::overdue);
    }

    /** The open cases of a level in all units. */
    public int open(String level) {
        return sum(row -> row.level().equals(level) ? row.open() : 0);
    }

    private int sum(ToIntFunction<Row> count) {
        return rows.stream().mapToInt(count).sum();
    }
}

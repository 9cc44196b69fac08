package org.quanzu.console.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which figures are asked for, and in which order: the last {@code days}, the rules of one family or of all. */
public record Choice(int days, @Nullable String family, Order order, boolean down) {
    public static final List<Integer> DAYS = List.of(30, 90, 180, 365);
    private static final int USUAL = 90;

    public Choice {
        days = DAYS.contains(days) ? days : USUAL;
        family = family == null || family.isBlank() ? null : family.strip();
    }

    boolean includes(RuleRow row) {
        return family == null || family.equals(row.family());
    }

    /** Which way a click on the head of a column sorts. */
    public boolean downAfter(Order clicked) {
        return clicked == order ? !down : clicked.startsDown();
    }

    /** As in {@code aria-sort}; null for a column the table is not sorted by. */
    public @Nullable String sorted(Order column) {
        return column != order ? null : down ? "descending" : "ascending";
    }
}

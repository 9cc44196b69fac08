package org.quanzu.console.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drawing of the board and the same as a table. {@code form} is STACKED, BARS or PACE; {@code rows} are the names on its axis;
 * {@code marks} are a number for each row to be held against, or null.
 */
public record Chart(
        String id,
        String title,
        String form,
        String axis,
        List<String> rows,
        List<Series> series,
        @Nullable Marks marks) {

    /**
     * One number for each row, null where there is none, and each in words. A column of the table that is not drawn has no
     * numbers. {@code level} gives the colour, or null.
     */
    public record Series(String name, @Nullable String level, List<@Nullable Number> numbers, List<String> words) {}

    /** Limits, by row; {@code unit} is how a number is said, with a hole for it. */
    public record Marks(String name, String unit, List<@Nullable Number> numbers) {}
}

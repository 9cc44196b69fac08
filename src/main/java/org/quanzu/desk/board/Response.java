package org.quanzu.desk.board;

import org.jspecify.annotations.Nullable;

/** How soon the cases were dealt with that opened at a level: somebody was tried, somebody was reached. */
public record Response(String level, int opened, Pace tried, Pace reached) {

    /**
     * How soon something happened. {@code count}: in how many cases; {@code median} and {@code ninetieth}: the percentiles of
     * these in seconds, null when there are none; {@code within}: how many of the {@code due} cases before their deadline. A
     * case without it is due once its deadline has passed.
     */
    public record Pace(
            int count, @Nullable Integer median, @Nullable Integer ninetieth, int within, int due) {}
}

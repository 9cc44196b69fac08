package org.quanzu.console.plot;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn. Times are milliseconds since 1970; {@code now} may lie behind the end of the axis; {@code focus} is where the
 * evidence begins, null without any; {@code offset} the minutes local time is ahead of UTC; {@code lanes} are those with something in them, top to bottom, by key and
 * name; {@code sign} stands before amounts in the home currency.
 */
public record Plot(
        long from,
        long to,
        long now,
        @Nullable Long focus,
        int offset,
        List<Lane> lanes,
        List<Bar> calls,
        List<Payment> payments,
        List<Mark> marks,
        List<Step> steps,
        Map<String, String> words,
        String sign) {

    /** A row of the drawing. */
    public record Lane(String key, String name) {}

    /** A call with its length; {@code end} is null when that is not known. */
    public record Bar(long at, @Nullable Long end, boolean talking, String lane, boolean evidence, String text) {}

    /**
     * Money that left or came, in the home currency; {@code foreign} is what was paid in another currency, of which the
     * {@code amount} may be unknown.
     */
    public record Payment(
            long at,
            @Nullable BigDecimal amount,
            @Nullable String foreign,
            boolean out,
            boolean evidence,
            String text) {}

    /** Anything else, at a moment. */
    public record Mark(long at, String lane, boolean evidence, String text) {}

    /** The warning level from one moment to another. */
    public record Step(long from, long to, String code, String name) {}
}

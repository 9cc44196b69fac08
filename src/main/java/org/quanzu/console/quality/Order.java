package org.quanzu.console.quality;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What the table of rules is sorted by; what is not known comes last either way. */
public enum Order {
    RULE(text(RuleRow::id)),
    FAMILY(text(RuleRow::family)),
    STATUS(text(RuleRow::status)),
    LABELLED(number(row -> row.now().labelled())),
    SCAMS(number(row -> row.now().scams())),
    ORDINARY(number(row -> row.now().ordinary())),
    UNKNOWN(number(row -> row.now().unknown())),
    RIGHT(known(row -> percent(row.right()))),
    BEFORE(known(row -> percent(row.before()))),
    ALONE(number(RuleRow::alone)),
    CAUGHT(number(RuleRow::caught)),
    OPEN(number(row -> row.now().open())),
    WARNED(known(row -> row.warnedAt() == null ? null : (double) row.warnedAt().toEpochMilli()));

    private final Ways ways;

    Order(Ways ways) {
        this.ways = ways;
    }

    private record Ways(Comparator<RuleRow> up, Comparator<RuleRow> down, boolean startsDown) {}

    private static Ways text(Function<RuleRow, String> key) {
        return new Ways(Comparator.comparing(key), Comparator.comparing(key, Comparator.reverseOrder()), false);
    }

    private static Ways number(ToDoubleFunction<RuleRow> key) {
        return new Ways(
                Comparator.comparingDouble(key), Comparator.comparingDouble(key).reversed(), true);
    }

    private static Ways known(Function<RuleRow, @Nullable Double> key) {
        Comparator<@Nullable Double> up = Comparator.nullsLast(Comparator.naturalOrder());
        Comparator<@Nullable Double> down = Comparator.nullsLast(Comparator.reverseOrder());
        return new Ways(Comparator.comparing(key, up), Comparator.comparing(key, down), true);
    }

    private static @Nullable Double percent(@Nullable Bar bar) {
        return bar == null ? null : (double) bar.percent();
    }

    /** Whether the column holds numbers only. */
    public boolean isNumeric() {
        return ways.startsDown() && this != RIGHT && this != WARNED;
    }

    /** Whether the largest come first when this is chosen anew. */
    public boolean startsDown() {
        return ways.startsDown();
    }

    Comparator<RuleRow> comparator(boolean down) {
        return (down ? ways.down() : ways.up()).thenComparing(RuleRow::id);
    }
}

package org.quanzu.rulefile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanzu.fact.Fact;
import org.quanzu.rulefile.vocabulary.Property;

/** A reason in one language: text with values of the match in it. */
public record Reason(List<Segment> segments) {
    public static final String TIME = "time";
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final String UNKNOWN = "?";
    private static final int MONEY_DECIMALS = 2;

    public Reason {
        segments = List.copyOf(segments);
    }

    String fill(Map<String, ? extends @Nullable Object> bound) {
        return segments.stream().map(segment -> segment.fill(bound)).collect(Collectors.joining());
    }

    /** A piece of a reason. */
    public sealed interface Segment {
        String fill(Map<String, ? extends @Nullable Object> bound);
    }

    /** Text as it is. */
    public record Words(String text) implements Segment {
        @Override
        public String fill(Map<String, ? extends @Nullable Object> bound) {
            return text;
        }
    }

    /** The value at the end of a path from a variable; {@code time} shows when a fact began. */
    public record Value(String variable, List<Property> path, boolean time) implements Segment {
        @Override
        public String fill(Map<String, ? extends @Nullable Object> bound) {
            Object value = bound.get(variable);
            for (Property property : path) {
                value = value == null ? null : property.valueOf(value);
            }
            return time && value instanceof Fact fact ? timeOf(fact) : format(value);
        }
    }

    private static String timeOf(Fact fact) {
        return FORMAT.format(Instant.ofEpochMilli(fact.getStartMillis()).atOffset(fact.offset()));
    }

    private static String format(@Nullable Object value) {
        if (value == null) {
            return UNKNOWN;
        }
        if (value instanceof BigDecimal money) {
            boolean precise = money.stripTrailingZeros().scale() > MONEY_DECIMALS;
            return (precise ? money.setScale(MONEY_DECIMALS, RoundingMode.HALF_UP) : money).toPlainString();
        }
        if (value instanceof Double decimal) {
            return Double.isFinite(decimal)
                    ? BigDecimal.valueOf(decimal)
                            .setScale(1, RoundingMode.HALF_UP)
                            .toPlainString()
                    : UNKNOWN;
        }
        return value instanceof Collection<?> all
                ? all.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value.toString();
    }
}

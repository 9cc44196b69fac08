package org.quanzu.rulefile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Transaction;
import org.quanzu.rulefile.vocabulary.Property;

/** A reason in one language: text with values of the match in it. */
public record Reason(List<Segment> segments) {
    public static final String TIME = "time";
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final String UNKNOWN = "?";
    private static final String YUAN = "元";
    private static final int MONEY_DECIMALS = 2;

    public Reason {
        segments = List.copyOf(segments);
    }

    String fill(Map<String, ? extends @Nullable Object> bound) {
        StringBuilder text = new StringBuilder();
        String foreign = null;
        for (Segment segment : segments) {
            text.append(foreign == null ? segment.fill(bound) : after(foreign, segment.fill(bound), text));
            foreign = segment instanceof Value value ? value.foreign(bound) : null;
        }
        return text.append(foreign == null ? "" : " (" + foreign + ")").toString();
    }

    /** What follows an amount, with the amount as it was paid in another currency. */
    private static String after(String foreign, String words, StringBuilder before) {
        boolean yuan = words.startsWith(YUAN);
        if (before.toString().endsWith(UNKNOWN)) {
            before.setLength(before.length() - UNKNOWN.length());
            return foreign + (yuan ? words.substring(YUAN.length()) : words);
        }
        return yuan ? YUAN + "（" + foreign + "）" + words.substring(YUAN.length()) : " (" + foreign + ")" + words;
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

        /** The amount as it was paid, where this shows what a payment in another currency is worth. */
        @Nullable String foreign(Map<String, ? extends @Nullable Object> bound) {
            return path.size() == 1
                            && path.get(0).name().equals("amount")
                            && bound.get(variable) instanceof Transaction payment
                    ? payment.foreign()
                    : null;
        }
    }

    private static String timeOf(Fact fact) {
        return FORMAT.format(fact.localStart());
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

package org.quanzu.rulefile.check;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.syntax.Expression.Comparison;

/** The values a word can still have: numbers between two bounds, or one of some values; null bounds and values are open. */
record Range(
        @Nullable BigDecimal low,
        boolean lowIncluded,
        @Nullable BigDecimal high,
        boolean highIncluded,
        @Nullable Set<Object> oneOf) {
    static final Range ALL = new Range(null, true, null, true, null);

    static Range between(long low, long high) {
        return new Range(BigDecimal.valueOf(low), true, BigDecimal.valueOf(high), true, null);
    }

    static Range of(List<? extends @Nullable Object> values) {
        Set<Object> plain = new LinkedHashSet<>();
        for (Object value : values) {
            if (value != null) {
                plain.add(plain(value));
            }
        }
        return new Range(null, true, null, true, plain);
    }

    /** Everything that compares with {@code value} like this; unequal excludes nothing worth noticing. */
    static Range of(Comparison comparison, Object value) {
        Object plain = plain(value);
        if (comparison == Comparison.EQUAL) {
            return of(List.of(plain));
        }
        if (!(plain instanceof BigDecimal number)) {
            return ALL;
        }
        return switch (comparison) {
            case LESS -> new Range(null, true, number, false, null);
            case AT_MOST -> new Range(null, true, number, true, null);
            case MORE -> new Range(number, false, null, true, null);
            case AT_LEAST -> new Range(number, true, null, true, null);
            default -> ALL;
        };
    }

    private static Object plain(Object value) {
        return value instanceof Number number ? new BigDecimal(number.toString()).stripTrailingZeros() : value;
    }

    Range and(Range other) {
        boolean otherLow = isLater(low, lowIncluded, other.low, other.lowIncluded);
        boolean otherHigh = isLater(other.high, !other.highIncluded, high, !highIncluded);
        Set<Object> both = oneOf == null ? other.oneOf : new LinkedHashSet<>(oneOf);
        if (both != null && oneOf != null && other.oneOf != null) {
            both.retainAll(other.oneOf);
        }
        return new Range(
                otherLow ? other.low : low,
                otherLow ? other.lowIncluded : lowIncluded,
                high == null || other.high != null && otherHigh ? other.high : high,
                high == null || other.high != null && otherHigh ? other.highIncluded : highIncluded,
                both);
    }

    /** Whether the second bound lies above the first; an excluded one lies a little above an included one. */
    private static boolean isLater(
            @Nullable BigDecimal first, boolean firstIncluded, @Nullable BigDecimal second, boolean secondIncluded) {
        if (first == null || second == null) {
            return first == null && second != null;
        }
        int order = second.compareTo(first);
        return order > 0 || order == 0 && firstIncluded && !secondIncluded;
    }

    boolean isEmpty() {
        if (oneOf != null) {
            return oneOf.stream().noneMatch(this::isBetween);
        }
        return low != null && high != null && (low.compareTo(high) > 0 || low.compareTo(high) == 0 && !(lowIncluded && highIncluded));
    }

    private boolean isBetween(Object value) {
        if (!(value instanceof BigDecimal number)) {
            return true;
        }
        boolean above = low == null || (lowIncluded ? number.compareTo(low) >= 0 : number.compareTo(low) > 0);
        boolean below = high == null || (highIncluded ? number.compareTo(high) <= 0 : number.compareTo(high) < 0);
        return above && below;
    }
}

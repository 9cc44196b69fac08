package org.quanzu.rulefile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What printed conditions call to compare and to calculate: exact decimals, and anything unknown (null) makes the result
 * unknown, so that no comparison holds.
 */
public final class Known {
    private Known() {}

    public static @Nullable BigDecimal plus(@Nullable Object a, @Nullable Object b) {
        return a == null || b == null ? null : number(a).add(number(b));
    }

    public static @Nullable BigDecimal minus(@Nullable Object a, @Nullable Object b) {
        return a == null || b == null ? null : number(a).subtract(number(b));
    }

    public static @Nullable BigDecimal times(@Nullable Object a, @Nullable Object b) {
        return a == null || b == null ? null : number(a).multiply(number(b));
    }

    /** Unknown when {@code b} is 0. */
    public static @Nullable BigDecimal over(@Nullable Object a, @Nullable Object b) {
        return a == null || isZero(b) ? null : number(a).divide(number(b), MathContext.DECIMAL64);
    }

    /** The remainder; unknown when {@code b} is 0. */
    public static @Nullable BigDecimal modulo(@Nullable Object a, @Nullable Object b) {
        return a == null || isZero(b) ? null : number(a).remainder(number(b));
    }

    public static boolean less(@Nullable Object a, @Nullable Object b) {
        return a != null && b != null && compare(a, b) < 0;
    }

    public static boolean atMost(@Nullable Object a, @Nullable Object b) {
        return a != null && b != null && compare(a, b) <= 0;
    }

    public static boolean more(@Nullable Object a, @Nullable Object b) {
        return a != null && b != null && compare(a, b) > 0;
    }

    public static boolean atLeast(@Nullable Object a, @Nullable Object b) {
        return a != null && b != null && compare(a, b) >= 0;
    }

    public static boolean same(@Nullable Object a, @Nullable Object b) {
        return a != null && b != null && equal(a, b);
    }

    public static boolean different(@Nullable Object a, @Nullable Object b) {
        return a != null && b != null && !equal(a, b);
    }

    public static boolean isKnown(@Nullable Object a) {
        return a != null;
    }

    /** For sums: what is unknown adds nothing. */
    public static BigDecimal orZero(@Nullable BigDecimal a) {
        return a == null ? BigDecimal.ZERO : a;
    }

    public static Integer orZero(@Nullable Integer a) {
        return a == null ? (Integer) 0 : a;
    }

    public static Double orZero(@Nullable Double a) {
        return a == null ? (Double) 0.0 : a;
    }

    /** Whether a collection has {@code part} as an element, or a text has it as a part. */
    public static boolean contains(@Nullable Object whole, @Nullable Object part) {
        if (whole == null || part == null) {
            return false;
        }
        return whole instanceof Collection<?> all
                ? all.contains(part)
                : whole.toString().contains(part.toString());
    }

    private static boolean isZero(@Nullable Object b) {
        return b == null || number(b).signum() == 0;
    }

    private static boolean equal(Object a, Object b) {
        return a instanceof Number && b instanceof Number ? compare(a, b) == 0 : a.equals(b);
    }

    private static int compare(Object a, Object b) {
        if (isWhole(a) && isWhole(b)) {
            return Long.compare(((Number) a).longValue(), ((Number) b).longValue());
        }
        return number(a).compareTo(number(b));
    }

    private static boolean isWhole(Object a) {
        return a instanceof Integer || a instanceof Long;
    }

    private static BigDecimal number(@Nullable Object a) {
        if (a instanceof BigDecimal decimal) {
            return decimal;
        }
        if (a instanceof Number number) {
            return isWhole(number) ? BigDecimal.valueOf(number.longValue()) : BigDecimal.valueOf(number.doubleValue());
        }
        throw new IllegalArgumentException(a + " is not a number");
    }
}

package org.quanzu.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Money held compactly and exactly: a whole number of ten-thousandths, which is all the decimals an event may have. */
final class Units {
    /** Stands for money nobody knows the worth of. */
    static final long UNKNOWN = -1;

    private static final int SCALE = 4;
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE, SCALE);
    private static final int SHOWN = 2;

    private Units() {}

    /** Exactly this amount, or the largest possible one where it is larger. */
    static long of(BigDecimal amount) {
        if (amount.compareTo(MOST) >= 0) {
            return Long.MAX_VALUE;
        }
        return amount.setScale(SCALE, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    /** With two decimals, or more where there are more. */
    static BigDecimal toDecimal(long units) {
        long cents = units / 100;
        return cents * 100 == units
                ? BigDecimal.valueOf(cents, SHOWN)
                : BigDecimal.valueOf(units, SCALE).stripTrailingZeros();
    }

    /** The sum, or the largest possible amount where it would be larger; what is unknown adds nothing. */
    static long plus(long a, long b) {
        if (b == UNKNOWN) {
            return a;
        }
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}

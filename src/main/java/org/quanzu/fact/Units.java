package org.quanzu.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Money held compactly and exactly: a whole number of ten-thousandths, which is all the decimals an event may have. */
final class Units {
    private static final int SCALE = 4;
    private static final int SHOWN = 2;

    private Units() {}

    static long of(BigDecimal amount) {
        return amount.setScale(SCALE, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    /** With two decimals, or more where there are more. */
    static BigDecimal toDecimal(long units) {
        long cents = units / 100;
        return cents * 100 == units
                ? BigDecimal.valueOf(cents, SHOWN)
                : BigDecimal.valueOf(units, SCALE).stripTrailingZeros();
    }

    /** The sum, or the largest possible amount where it would be larger. */
    static long plus(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}

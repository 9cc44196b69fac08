package org.quanzu.simulation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateTest {

    /** Table of exact Poisson limits: 0 events 0 to 3.689, 10 events 4.795 to 18.390. */
    @Test
    void liesWithinTheExactLimits() {
        assertThat(Rate.low(0)).isZero();
        assertThat(Rate.high(0)).isCloseTo(3.689, within(1e-3));
        assertThat(Rate.low(10)).isCloseTo(4.795, within(1e-3));
        assertThat(Rate.high(10)).isCloseTo(18.390, within(1e-3));
    }

    @Test
    void countsPerThousandPersonDays() {
        Rate rate = Rate.of(10, 5000);

        assertThat(rate.perThousand()).isCloseTo(2, within(1e-9));
        assertThat(rate.low()).isCloseTo(0.959, within(1e-3));
        assertThat(Rate.of(0, 0).perThousand()).isZero();
    }

    @Test
    void isAsPreciseAsScamsAreRare() {
        Precision often = Precision.of(50, 50, 1);
        Precision rare = Precision.of(50, 50, 0.01);

        assertThat(often.share()).isCloseTo(0.5, within(1e-9));
        assertThat(rare.share()).isCloseTo(0.5 / 50.5, within(1e-9));
        assertThat(rare.share()).isBetween(rare.low(), rare.high());
        assertThat(Precision.of(0, 0, 1).share()).isZero();
    }
}

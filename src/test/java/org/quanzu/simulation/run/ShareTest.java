package org.quanzu.simulation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTest {

    /** L. D. Brown, T. T. Cai, A. DasGupta, Statistical Science 16 (2001): 0 of 10 lies below 0.2775. */
    @Test
    void liesWithinTheScoreInterval() {
        Share none = Share.of(0, 10);
        Share half = Share.of(5, 10);

        assertThat(none.low()).isCloseTo(0, within(1e-9));
        assertThat(none.high()).isCloseTo(0.2775, within(1e-3));
        assertThat(half.low()).isCloseTo(0.2366, within(1e-3));
        assertThat(half.high()).isCloseTo(0.7634, within(1e-3));
    }

    @Test
    void knowsNothingOfNothing() {
        assertThat(Share.of(0, 0)).isEqualTo(new Share(0, 0, 0, 0, 1));
    }
}

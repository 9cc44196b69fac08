package org.quanzu.simulation.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandingTest {

    @Test
    void isTheHighestRankThatIsStillValid() {
        Standing standing = new Standing();
        standing.reached(4, 100);
        standing.reached(2, 200);

        assertThat(standing.rank(99)).isEqualTo(4);
        assertThat(standing.rank(100)).isEqualTo(2);
        assertThat(standing.rank(200)).isZero();
    }

    @Test
    void doesNotEndBeforeWhatWasSaidEarlier() {
        Standing standing = new Standing();
        standing.reached(3, 100);
        standing.reached(3, 50);

        assertThat(standing.rank(99)).isEqualTo(3);
    }
}

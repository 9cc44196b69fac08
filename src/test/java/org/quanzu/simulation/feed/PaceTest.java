package org.quanzu.simulation.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void holdsBackWhatComesTooSoon() {
        AtomicLong nanos = new AtomicLong();
        Pace pace = new Pace(100, nanos::get);

        pace.pass(50);

        assertThat(pace.left()).isEqualTo(500_000_000L);
        nanos.set(600_000_000L);
        assertThat(pace.left()).isNegative();
    }
}

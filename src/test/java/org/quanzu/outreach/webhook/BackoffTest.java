package org.quanzu.outreach.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(4), Duration.ofMinutes(1), new Random(7));

    @Test
    void doublesTheWaitAndShortensItByUpToHalf() {
        for (int i = 0; i < 100; i++) {
            assertThat(backoff.after(1)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
            assertThat(backoff.after(3)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(16));
        }
    }

    @Test
    void neverWaitsLongerThanTheLimit() {
        for (int tries : new int[] {5, 20, 60, 1_000_000}) {
            assertThat(backoff.after(tries)).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(1));
        }
    }
}

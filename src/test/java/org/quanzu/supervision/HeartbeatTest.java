package org.quanzu.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    @Test
    void outlivesEveryThrowable() {
        Heartbeat heartbeat = new Heartbeat("test", Duration.ofMinutes(1));
        heartbeat.start();

        boolean well = heartbeat.beat(() -> {
            throw new StackOverflowError("too deep");
        });

        assertThat(well).isFalse();
        assertThat(heartbeat.failure()).isInstanceOf(StackOverflowError.class);
        assertThat(heartbeat.beat(() -> {})).isTrue();
        assertThat(heartbeat.failure()).isNull();
    }

    @Test
    void standsStillWhenNoTurnEndsWellInTime() {
        Heartbeat heartbeat = new Heartbeat("test", Duration.ofNanos(1).negated());
        heartbeat.start();

        assertThat(heartbeat.standsStill()).isTrue();

        heartbeat.stop();

        assertThat(heartbeat.standsStill()).isFalse();
    }

    @Test
    void doesNotStandStillBeforeItIsStarted() {
        assertThat(new Heartbeat("test", Duration.ZERO).standsStill()).isFalse();
    }
}

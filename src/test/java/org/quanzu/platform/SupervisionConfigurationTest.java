package org.quanzu.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanzu.supervision.Heartbeat;
import org.springframework.boot.health.contributor.Status;

class SupervisionConfigurationTest {

    @Test
    void isDownAndNamesTheTaskThatStandsStill() {
        Heartbeat alive = new Heartbeat("alive", Duration.ofHours(1));
        Heartbeat dead = new Heartbeat("dead", Duration.ofNanos(1).negated());
        alive.start();
        dead.start();
        dead.beat(() -> {
            throw new IllegalStateException("6222000011112222");
        });

        var health = SupervisionConfiguration.health(List.of(alive, dead));

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails().get("alive")).asString().startsWith("worked");
        assertThat(health.getDetails().get("dead"))
                .asString()
                .startsWith("stands still")
                .contains("IllegalStateException")
                .doesNotContain("6222");
    }

    @Test
    void isUpWhenAllWork() {
        Heartbeat alive = new Heartbeat("alive", Duration.ofHours(1));
        alive.start();

        assertThat(SupervisionConfiguration.health(List.of(alive)).getStatus()).isEqualTo(Status.UP);
    }
}

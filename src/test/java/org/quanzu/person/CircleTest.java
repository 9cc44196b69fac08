package org.quanzu.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircleTest {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private final Circle circle = new Circle();

    @Test
    void countsOthersOfTheLastDayOnce() {
        circle.add("p-1", 1_000);
        circle.add("p-2", 2_000);
        circle.add("p-2", 3_000);

        assertThat(circle.othersThan("p-1", 3_000)).isEqualTo(1);
        assertThat(circle.othersThan("p-3", 3_000)).isEqualTo(2);
        assertThat(circle.othersThan("p-3", 1_500)).isEqualTo(1);
        assertThat(circle.othersThan("p-3", 1_000 + DAY)).isEqualTo(1);
        assertThat(circle.othersThan("p-3", 3_000 + DAY)).isZero();
    }

    @Test
    void staysBounded() {
        for (int i = 0; i < 500; i++) {
            circle.add("p-" + i, i);
        }

        assertThat(circle.othersThan("p-x", 500)).isEqualTo(Circle.MOST);
    }
}

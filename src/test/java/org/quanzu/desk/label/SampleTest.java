package org.quanzu.desk.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {

    private static long included(double percent) {
        Sample sample = new Sample(percent);
        return IntStream.range(0, 50_000)
                .filter(i -> sample.includes(new Episode.Key("c-" + i, 1)))
                .count();
    }

    @Test
    void includesAboutAsManyAsAskedFor() {
        assertThat(included(2)).isBetween(850L, 1150L);
        assertThat(included(0)).isZero();
        assertThat(included(100)).isEqualTo(50_000);
    }

    @Test
    void refusesMoreThanAll() {
        assertThatThrownBy(() -> new Sample(200)).hasMessageContaining("recheck-percent is 200");
    }
}

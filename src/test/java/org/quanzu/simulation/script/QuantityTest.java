package org.quanzu.simulation.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quanzu.simulation.script.Quantity.Between;
import org.quanzu.simulation.script.Quantity.Fixed;
import org.quanzu.simulation.script.Quantity.LogNormal;
import org.quanzu.simulation.script.Quantity.Part;

class QuantityTest {

    @Test
    void movesNumbersRangesAndMedians() {
        assertThat(new Fixed(10).times(1.5)).isEqualTo(new Fixed(15));
        assertThat(new Between(2, 4).times(0.5)).isEqualTo(new Between(1, 2));
        assertThat(new LogNormal(100, 2).times(1.5)).isEqualTo(new LogNormal(150, 2));
        assertThat(new Part(new Between(0.5, 2), "order").times(0.5))
                .isEqualTo(new Part(new Between(0.25, 1), "order"));
    }

    @Test
    void movesACommissionAndNotWhatItIsPaidOn() {
        assertThat(new Part(new Between(1.25, 1.5), "previous").times(0.5))
                .isEqualTo(new Part(new Between(1.125, 1.25), "previous"));
    }
}

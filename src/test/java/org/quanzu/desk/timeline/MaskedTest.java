package org.quanzu.desk.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {

    @ParameterizedTest
    @CsvSource({
        "13912345678, 139****5678",
        "6222021234567890, 622****7890",
        "95588, 9****88",
        "110, ***",
        "王小明, ***",
    })
    void leavesOnlyEnoughToTellOneFromTheOther(String text, String masked) {
        assertThat(Masked.of(text)).isEqualTo(masked);
    }
}

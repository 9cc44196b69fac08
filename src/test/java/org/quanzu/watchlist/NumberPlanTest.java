package org.quanzu.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberPlanTest {
    private static final NumberPlan PLAN = new NumberPlan(
            Map.of("170", NumberKind.VIRTUAL_OPERATOR, "95", NumberKind.SERVICE_95, "400", NumberKind.SERVICE_400),
            Set.of("110", "96110", "95588"));

    @ParameterizedTest
    @CsvSource({
        "17000000001, VIRTUAL_OPERATOR",
        "+86 170 0000 0001, VIRTUAL_OPERATOR",
        "017000000001, VIRTUAL_OPERATOR",
        "tel:+86-170-0000-0001, VIRTUAL_OPERATOR",
        "9510000003, SERVICE_95",
        "008640012345 67, SERVICE_400",
        "13800138000, MOBILE",
        "sip:13800138000@ims.example, MOBILE",
        "+861065551234, LANDLINE",
        "01065551234, LANDLINE",
        "85251000001, OVERSEAS",
        "0085251000001, OVERSEAS",
        "110, OFFICIAL",
        "１１０, OFFICIAL",
        "010-96110, OFFICIAL",
        "955881, SERVICE_95",
        "0, HIDDEN",
        "anonymous, HIDDEN"
    })
    void tellsTheKindWhicheverWayANumberIsWritten(String written, NumberKind kind) {
        assertThat(PLAN.read(written).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+86110", "0086110", "86110", "+8696110", "0095588", "+95588", "+8695588", "+8610110", "00110"})
    void takesACodeWrittenAsForeignForForged(String written) {
        PhoneNumber number = PLAN.read(written);

        assertThat(number.forgedOfficial()).isTrue();
        assertThat(number.kind()).isEqualTo(NumberKind.OVERSEAS);
        assertThat(number.value()).isNotEqualTo(PLAN.read("110").value());
        assertThat(PLAN.read(number.value())).isEqualTo(number);
    }

    @Test
    void takesACodeAsItIsDialledAtHomeForGenuine() {
        assertThat(PLAN.read("96110").forgedOfficial()).isFalse();
    }
}

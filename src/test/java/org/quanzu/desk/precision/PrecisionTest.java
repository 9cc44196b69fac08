package org.quanzu.desk.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecisionTest {

    @ParameterizedTest
    @CsvSource({
        "0,  10, 0,   0,      0.2775",
        "8,  10, 0.8, 0.4902, 0.9433",
        "10, 10, 1,   0.7225, 1",
        "75, 100, 0.75, 0.6569, 0.8245"
    })
    void liesWithinTheScoreInterval(int right, int all, double share, double low, double high) {
        Precision precision = Precision.of(right, all);

        assertThat(precision).isNotNull();
        assertThat(precision.share()).isEqualTo(share);
        assertThat(precision.low()).isCloseTo(low, within(0.0001));
        assertThat(precision.high()).isCloseTo(high, within(0.0001));
    }

    @Test
    void isNotToldOfFewerThanFive() {
        assertThat(Precision.of(4, 4)).isNull();
        assertThat(Precision.of(0, 0)).isNull();
        assertThat(new Tally(4, 1, 100, 100).precision()).isNotNull();
        assertThat(new Tally(4, 0, 100, 100).precision()).isNull();
    }

    @Test
    void isComparedWithAsManyDaysBefore() {
        Period march = new Period(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31"));

        assertThat(march.before()).isEqualTo(new Period(LocalDate.parse("2026-01-29"), LocalDate.parse("2026-02-28")));
        assertThat(Period.of(30, LocalDate.parse("2026-03-31")))
                .isEqualTo(new Period(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-31")));
    }
}

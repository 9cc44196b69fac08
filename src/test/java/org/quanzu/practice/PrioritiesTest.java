package org.quanzu.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanzu.practice.Priorities.Row;

class PrioritiesTest {
    private static final long HOUR = 3_600_000;
    private final Priorities priorities = new Priorities(List.of(
            new Row(Factor.LEVEL, "RED", 4000),
            new Row(Factor.FAMILY, "loan", 200),
            new Row(Factor.AMOUNT_AT_RISK, "1000", 100),
            new Row(Factor.AMOUNT_AT_RISK, "50000", 600),
            new Row(Factor.LIVE_CALL, "", 1200),
            new Row(Factor.ATTEMPTED_PAYMENT, "", 900),
            new Row(Factor.REATTEMPT, "3", 500),
            new Row(Factor.BUSY, "2", 400),
            new Row(Factor.VULNERABLE, "", 300),
            new Row(Factor.MINUTE_WAITED, "", 2)));

    @Test
    void addsUpWhatHolds() {
        int nothing = priorities.points(of("YELLOW", "order_brushing", "999.99", false, 0, 1));
        int all = priorities.points(of("RED", "loan", "50000", true, 1, 2));

        assertThat(nothing).isZero();
        assertThat(all).isEqualTo(4000 + 200 + 600 + 1200 + 500 + 400);
    }

    @Test
    void countsReattemptsOnlySoFar() {
        int many = priorities.points(of("RED", "loan", "0", false, 9, 0));

        assertThat(many).isEqualTo(4000 + 200 + 3 * 500);
    }

    @Test
    void letsAnOldCaseOvertakeANewOneAtTheRateOfTheTable() {
        double old = priorities.urgency(1000, 0);

        assertThat(old).isGreaterThan(priorities.urgency(1119, HOUR));
        assertThat(old).isLessThan(priorities.urgency(1121, HOUR));
    }

    private static Circumstances of(
            String level, String family, String amount, boolean live, int reattempts, int busy) {
        return new Circumstances(level, family, new BigDecimal(amount), live, false, reattempts, busy, false);
    }
}

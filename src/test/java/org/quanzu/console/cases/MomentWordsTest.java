package org.quanzu.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quanzu.desk.timeline.Amount;
import org.quanzu.desk.timeline.Moment;
import org.quanzu.scoring.Text;

class MomentWordsTest {
    private static final Amount YUAN = new Amount(new BigDecimal("86000"), "CNY", new BigDecimal("86000"), "CNY");
    private static final Amount YEN = new Amount(new BigDecimal("170000"), "JPY", new BigDecimal("8109"), "CNY");
    private static final Amount DONG = new Amount(new BigDecimal("30000000"), "VND", null, "CNY");

    private static CasePage.Moment paid(Amount paid, @Nullable Amount returned, boolean probableDouble) {
        return MomentWords.of(new Moment(
                "t-1",
                "transaction",
                OffsetDateTime.parse("2026-03-02T12:00:00+08:00"),
                "OUT",
                "",
                new Moment.Money(paid, returned, probableDouble),
                null,
                "622****4455",
                "RED",
                true,
                null));
    }

    @Test
    void saysHowLateAnEventArrived() {
        Moment late = new Moment(
                "c-1",
                "call",
                OffsetDateTime.parse("2026-03-02T12:00:00+08:00"),
                "IN",
                "ENDED",
                null,
                125,
                "139****0000",
                "RED",
                true,
                Duration.ofMinutes(192));

        assertThat(MomentWords.of(late).text())
                .isEqualTo(new Text(
                        "Called by 139****0000, 2 min 5 s, arrived 3 h 12 min late", "139****0000来电,2分5秒，迟报3小时12分"));
    }

    @Test
    void saysTheCurrencyOfAnAmountAndWhatItIsWorthAtHome() {
        assertThat(paid(YUAN, null, false).text())
                .isEqualTo(new Text("Paid 86000.00 CNY to 622****4455", "向622****4455付款86000.00元"));
        assertThat(paid(YEN, null, false).text())
                .isEqualTo(
                        new Text("Paid 170000 JPY (8109.00 CNY) to 622****4455", "向622****4455付款170000 JPY（8109.00元）"));
        assertThat(paid(DONG, null, false).text())
                .isEqualTo(new Text(
                        "Paid 30000000 VND (no exchange rate) to 622****4455", "向622****4455付款30000000 VND（无汇率）"));
    }

    @Test
    void saysWhatCameBackAndWhatIsProbablyADouble() {
        Amount part = new Amount(new BigDecimal("1500"), "CNY", new BigDecimal("1500"), "CNY");

        assertThat(paid(YUAN, part, true).text())
                .isEqualTo(new Text(
                        "Paid 86000.00 CNY to 622****4455, of which 1500.00 CNY came back, probably a double; counted once",
                        "向622****4455付款86000.00元，其中1500.00元已退回，疑似重复上报，只计一次"));
    }

    @Test
    void drawsMoneyByItsWorthAtHomeAndNamesWhatWasPaid() {
        assertThat(paid(YUAN, null, false).extent())
                .isEqualTo(new CasePage.Extent(true, new BigDecimal("86000"), null, false, "RED", null));
        assertThat(paid(YEN, null, false).extent())
                .isEqualTo(new CasePage.Extent(true, new BigDecimal("8109"), null, false, "RED", "170000 JPY"));
        assertThat(paid(DONG, null, false).extent())
                .isEqualTo(new CasePage.Extent(true, null, null, false, "RED", "30000000 VND"));
    }
}

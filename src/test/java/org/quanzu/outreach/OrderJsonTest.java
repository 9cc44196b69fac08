package org.quanzu.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderJsonTest {
    private static final Instant AT = Instant.parse("2026-07-01T04:00:00Z");
    private final OrderJson orders = new OrderJson(new MessageTexts(new ShippedRules(), ""));

    private String stop(String amount, @Nullable String currency) {
        Payee payee = new Payee("Zhang San", "ICBC", "6222 0201");
        return orders.write(
                new UUID(0, 77),
                new Order.StopPayment("c-1", "p-1", payee, new BigDecimal(amount), currency, AT.minusSeconds(60)),
                AT);
    }

    @Test
    void namesOnlyACurrencyThatIsNotTheHomeCurrency() {
        assertThat(stop("170000", "JPY")).contains("\"amount\":\"170000.00\",\"currency\":\"JPY\",\"paidAt\"");
        assertThat(stop("50000", null)).contains("\"amount\":\"50000.00\",\"paidAt\"");
    }

    @Test
    void keepsEveryDecimalOfAnAmount() {
        assertThat(stop("1.2350", "KWD")).contains("\"amount\":\"1.235\"");
    }
}

package org.quanzu.console.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.quanzu.console.orders.OrderSheet.Field;

class OrderWordsTest {

    @Test
    void masksNamesNumbersAndAccounts() {
        var fields = OrderWords.fields("""
                {"orderId":"o-1","kind":"STOP_PAYMENT","caseId":"c-1","personId":"p-1","requestedAt":"2026-07-01T04:00:00Z",
                "payee":{"name":"Zhang San","bank":"ICBC","account":"6222021234567890"},"amount":"50000.00",
                "paidAt":"2026-07-01T03:59:00Z","hours":48}""");

        assertThat(fields)
                .containsExactly(
                        new Field("payee.name", "Zha**** San", null),
                        new Field("payee.bank", "ICBC", null),
                        new Field("payee.account", "622****7890", null),
                        new Field("amount", "50000.00", null),
                        new Field("paidAt", "2026-07-01T03:59:00Z", Instant.parse("2026-07-01T03:59:00Z")),
                        new Field("hours", "48", null));
    }

    @Test
    void masksWhomAMessageGoesTo() {
        var fields = OrderWords.fields(
                "{\"kind\":\"MESSAGE\",\"texts\":{\"en\":\"a\",\"zh\":\"b\"},\"to\":{\"who\":\"PERSON\",\"phone\":\"13812345678\"}}");

        assertThat(fields)
                .containsExactly(new Field("to.who", "PERSON", null), new Field("to.phone", "138****5678", null));
    }

    @Test
    void masksNumbersInWhatWasTyped() {
        var fields = OrderWords.fields(
                "{\"task\":\"Ring 138 1234 5678 or 6222021234567890 before 2026-07-01 12:00, room 1203\"}");

        assertThat(fields)
                .containsExactly(
                        new Field("task", "Ring 138****5678 or 622****7890 before 2026-07-01 12:00, room 1203", null));
    }
}

package org.quanzu.eventjson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanzu.event.Event;

class SameContentTest {
    private static final String PAYMENT = """
            {"type":"transaction","eventId":"t-1","personId":"p-1","occurredAt":"2026-03-01T14:05:00+08:00",
             "direction":"OUT","amount":"16999.00","currency":"CNY","status":"ATTEMPTED","memo":"Café 费用",
             "counterparty":{"account":"6222000011112222","name":"李"}}""";
    private static final String CALL = """
            {"type":"call","eventId":"c-1","phone":"13800138000","occurredAt":"2026-03-01T14:05:00+08:00",
             "direction":"IN","number":"+8613900139000","answered":false,"callId":"c-1","state":"RINGING"}""";
    private static final String PART_RETURNED = """
            {"type":"transaction_status","eventId":"s-1","personId":"p-1","occurredAt":"2026-03-01T14:06:00+08:00",
             "transactionId":"t-1","status":"RETURNED","amount":"100.00"}""";
    private static final String NAMED = """
            {"type":"call","eventId":"é-1","personId":"é-2","occurredAt":"2026-03-01T14:05:00+08:00",
             "direction":"IN","number":"+8613900139000","callId":"é-3","state":"RINGING"}""";
    private final EventReader reader = new EventReader(InstantSource.fixed(Instant.parse("2026-03-02T00:00:00Z")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T06:05:00Z",
                "2026-03-01T06:05:00.000Z",
                "2026-03-01T14:05:00.000000001+08:00",
                "2026-03-01T07:05:00.00+01:00"
            })
    void takesEqualInstantsForTheSame(String at) {
        assertThat(same(PAYMENT, PAYMENT.replace("2026-03-01T14:05:00+08:00", at)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01T14:05:00.001+08:00", "2026-03-01T14:05:00Z"})
    void tellsOtherInstantsApart(String at) {
        assertThat(same(PAYMENT, PAYMENT.replace("2026-03-01T14:05:00+08:00", at)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"memo\":\"Cafe\u0301 费用\"", "\"memo\":\"Café\\n费用\"", "\"memo\":\"\u202eCafé 费用\""})
    void takesOtherFormsOfATextForTheSame(String memo) {
        assertThat(same(PAYMENT, PAYMENT.replace("\"memo\":\"Café 费用\"", memo))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"currency\":\"CNY\",|",
                "\"16999.00\"|\"16999\"",
                "6222000011112222|6222 0000-1111 2222",
                "\"name\":\"李\"|\"name\":\"李\",\"bank\":null"
            })
    void takesDefaultsAndSpellingsOfAPaymentForTheSame(String change) {
        assertThat(same(PAYMENT, changed(PAYMENT, change))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"answered\":false,|",
                "\"callId\":\"c-1\",|",
                "+8613900139000|tel:139-0013-9000",
                "\"13800138000\"|\"+86 138 0013 8000\""
            })
    void takesDefaultsAndSpellingsOfACallForTheSame(String change) {
        assertThat(same(CALL, changed(CALL, change))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"16999.00\"|\"16999.01\"", "CNY|USD", "OUT|IN", "费用|费 用户", "6222000011112222|6222000011112223"
            })
    void tellsOtherContentApart(String change) {
        assertThat(same(PAYMENT, changed(PAYMENT, change))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"100.00|100.01", "\"amount\":\"100.00\"|\"amount\":null", "t-1|t-2"})
    void tellsOtherPartsThatCameBackApart(String change) {
        assertThat(same(PART_RETURNED, changed(PART_RETURNED, change))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"é-1", "é-2", "é-3"})
    void takesOtherFormsOfAnIdForTheSame(String id) {
        String decomposed = Normalizer.normalize(id, Normalizer.Form.NFD);

        assertThat(decomposed).isNotEqualTo(id);
        assertThat(read(NAMED.replace(id, decomposed))).isEqualTo(read(NAMED));
        assertThat(same(NAMED, NAMED.replace(id, decomposed))).isTrue();
    }

    private static String changed(String json, String change) {
        String[] parts = change.split("\\|", -1);
        assertThat(json).contains(parts[0]);
        return json.replace(parts[0], parts[1]);
    }

    private boolean same(String one, String other) {
        return SameContent.of(read(one), read(other));
    }

    private Event read(String json) {
        return reader.read(json.getBytes(UTF_8), "bank");
    }
}

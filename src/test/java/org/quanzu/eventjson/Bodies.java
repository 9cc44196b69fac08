package org.quanzu.eventjson;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A valid body of every type of event, to be spoiled field by field; values are JSON as written. */
final class Bodies {
    private static final Map<EventType, String> VALID = Map.of(
            EventType.TRANSACTION,
            """
            "eventId":"t-1" "personId":"p-1" "occurredAt":"2026-03-01T14:05:00+08:00" "direction":"OUT" "amount":"16999.00"
            "currency":"CNY" "counterparty":{"account":"62-7","kind":"PERSONAL","bank":"B","name":"N"} "purpose":"TRANSFER"
            "channel":"MOBILE_APP" "status":"ATTEMPTED" "memo":"保证金" "balanceBefore":"20000.50"
            "session":{"deviceId":"d","screenShared":true,"remoteControlled":false,"callActive":true}""",
            EventType.TRANSACTION_STATUS,
            """
            "eventId":"s-1" "personId":"p-1" "occurredAt":"2026-03-01T14:05:00+08:00" "transactionId":"t-1"
            "status":"COMPLETED\"""",
            EventType.CALL,
            """
            "eventId":"c-1" "personId":"p-1" "occurredAt":"2026-03-01T14:05:00+08:00" "callId":"c-0" "direction":"IN"
            "number":"+8613800000000" "answered":true "durationSeconds":95 "state":"ENDED\"""",
            EventType.MESSAGE,
            """
            "eventId":"m-1" "personId":"p-1" "occurredAt":"2026-03-01T14:05:00+08:00" "direction":"IN" "sender":"106900"
            "channel":"SMS" "themes":["LOAN_OFFER"] "hasLink":true""",
            EventType.APP_ACTIVITY,
            """
            "eventId":"a-1" "personId":"p-1" "occurredAt":"2026-03-01T14:05:00+08:00" "kind":"INSTALLED"
            "subject":"com.example.loan" "offStore":true""");

    private final Map<String, String> fields = new LinkedHashMap<>();

    private Bodies(EventType type) {
        for (String field : VALID.get(type).split("\\s+")) {
            int colon = field.indexOf(':');
            fields.put(field.substring(1, colon - 1), field.substring(colon + 1));
        }
    }

    static Bodies of(EventType type) {
        return new Bodies(type);
    }

    /** With one field as given; {@code name/inner} names a field of an object, a null value leaves it out. */
    Bodies with(String name, String json) {
        if (json == null) {
            fields.remove(name);
        } else if (name.contains("/")) {
            String[] path = name.split("/");
            fields.put(path[0], "{\"" + path[1] + "\":" + json + "}");
        } else {
            fields.put(name, json);
        }
        return this;
    }

    byte[] bytes() {
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"))
                .getBytes(StandardCharsets.UTF_8);
    }
}

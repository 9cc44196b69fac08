package org.quanzu.testkit;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Bodies of ordinary payments of many persons, different for every number. */
public final class Bodies {
    private static final OffsetDateTime START = OffsetDateTime.of(2026, 3, 1, 8, 0, 0, 0, ZoneOffset.ofHours(8));

    private Bodies() {}

    /** The {@code number}th payment of one of {@code persons} persons, each of whom pays every three hours. */
    public static String payment(String run, int number, int persons) {
        int person = number % persons;
        int turn = number / persons;
        return """
                {"eventId":"%s-%d","personId":"p-%d","occurredAt":"%s","direction":"OUT","amount":"%d.%02d",\
                "currency":"CNY","counterparty":{"account":"acc-%d","kind":"%s"},"purpose":"PAYMENT",\
                "channel":"MOBILE_APP","status":"COMPLETED"}""".formatted(
                        run,
                        number,
                        person,
                        ISO_OFFSET_DATE_TIME.format(START.plusHours(3L * turn).plusSeconds(person % 3600)),
                        8 + (number * 7919L) % 400,
                        number % 100,
                        (person * 31 + turn % 9) % 5000,
                        turn % 3 == 0 ? "PERSONAL" : "MERCHANT");
    }
}

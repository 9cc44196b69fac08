package org.quanzu.testkit;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Set;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Counterparty;
import org.quanzu.event.Direction;
import org.quanzu.event.Header;
import org.quanzu.event.MessageEvent;
import org.quanzu.event.PersonRef;
import org.quanzu.event.Session;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionEvent.Channel;
import org.quanzu.event.TransactionEvent.Purpose;
import org.quanzu.event.TransactionEvent.Status;

/** Events with the facts that matter spelled out and the rest filled in. */
public final class Events {
    public static final OffsetDateTime NOON = OffsetDateTime.parse("2026-03-05T12:00:00+08:00");

    private Events() {}

    public static Header header(String eventId, OffsetDateTime at) {
        return new Header(eventId, "bank", PersonRef.ofId("p-1"), at);
    }

    public static TransactionEvent payment(String eventId, OffsetDateTime at, String amount, String account) {
        return payment(header(eventId, at), Direction.OUT, amount, account, Status.ATTEMPTED);
    }

    public static TransactionEvent payment(
            Header header, Direction direction, String amount, String account, Status status) {
        return new TransactionEvent(
                header,
                direction,
                new BigDecimal(amount),
                "CNY",
                new Counterparty(account, Counterparty.Kind.PERSONAL, null, null),
                Purpose.TRANSFER,
                Channel.MOBILE_APP,
                status,
                null,
                null,
                Session.UNKNOWN);
    }

    /** An incoming answered call that has ended after {@code seconds}. */
    public static CallEvent call(String eventId, OffsetDateTime at, String number, int seconds) {
        return new CallEvent(header(eventId, at), eventId, Direction.IN, number, true, seconds, CallEvent.State.ENDED);
    }

    /** An incoming answered call still going on. */
    public static CallEvent liveCall(String eventId, OffsetDateTime at, String number) {
        return new CallEvent(header(eventId, at), eventId, Direction.IN, number, true, null, CallEvent.State.ACTIVE);
    }

    public static MessageEvent message(String eventId, OffsetDateTime at, String sender, String... themes) {
        return new MessageEvent(
                header(eventId, at), Direction.IN, sender, MessageEvent.Channel.SMS, Set.of(themes), null);
    }
}

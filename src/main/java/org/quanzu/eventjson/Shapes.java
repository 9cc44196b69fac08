package org.quanzu.eventjson;

import org.quanzu.event.AppActivityEvent;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Counterparty;
import org.quanzu.event.Direction;
import org.quanzu.event.Event;
import org.quanzu.event.Header;
import org.quanzu.event.MessageEvent;
import org.quanzu.event.Session;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionStatusEvent;

/** What fields each type of event has. */
final class Shapes {
    private static final Words<Direction> DIRECTIONS = Words.of(Direction.class);
    private static final Words<Counterparty.Kind> KINDS = Words.of(Counterparty.Kind.class);
    private static final Words<TransactionEvent.Purpose> PURPOSES = Words.of(TransactionEvent.Purpose.class);
    private static final Words<TransactionEvent.Channel> CHANNELS = Words.of(TransactionEvent.Channel.class);
    private static final Words<TransactionEvent.Status> STATUSES = Words.of(TransactionEvent.Status.class);
    private static final Words<CallEvent.State> STATES = Words.of(CallEvent.State.class);
    private static final Words<MessageEvent.Channel> MESSAGE_CHANNELS = Words.of(MessageEvent.Channel.class);
    private static final Words<AppActivityEvent.Kind> ACTIVITIES = Words.of(AppActivityEvent.Kind.class);

    private Shapes() {}

    static Event transaction(Header header, Fields fields) {
        return new TransactionEvent(
                header,
                fields.word("direction", DIRECTIONS),
                fields.amount("amount"),
                fields.text("currency"),
                counterparty(fields.object("counterparty")),
                fields.optionalWord("purpose", PURPOSES),
                fields.optionalWord("channel", CHANNELS),
                fields.word("status", STATUSES),
                fields.optionalText("memo"),
                fields.optionalAmount("balanceBefore"),
                session(fields.object("session")));
    }

    private static Counterparty counterparty(Fields fields) {
        return new Counterparty(
                fields.optionalText("account"),
                fields.optionalWord("kind", KINDS),
                fields.optionalText("bank"),
                fields.optionalText("name"));
    }

    private static Session session(Fields fields) {
        return new Session(
                fields.optionalText("deviceId"),
                fields.optionalFlag("screenShared"),
                fields.optionalFlag("remoteControlled"),
                fields.optionalFlag("callActive"));
    }

    static Event transactionStatus(Header header, Fields fields) {
        return new TransactionStatusEvent(
                header, fields.id("transactionId"), fields.word("status", STATUSES), fields.optionalAmount("amount"));
    }

    static Event call(Header header, Fields fields) {
        String callId = fields.optionalId("callId");
        return new CallEvent(
                header,
                callId == null ? header.eventId() : callId,
                fields.word("direction", DIRECTIONS),
                fields.text("number"),
                Boolean.TRUE.equals(fields.optionalFlag("answered")),
                fields.optionalWhole("durationSeconds"),
                fields.word("state", STATES));
    }

    static Event message(Header header, Fields fields) {
        return new MessageEvent(
                header,
                fields.word("direction", DIRECTIONS),
                fields.text("sender"),
                fields.word("channel", MESSAGE_CHANNELS),
                fields.texts("themes"),
                fields.optionalFlag("hasLink"));
    }

    static Event appActivity(Header header, Fields fields) {
        return new AppActivityEvent(
                header,
                fields.word("kind", ACTIVITIES),
                fields.optionalText("subject"),
                fields.optionalFlag("offStore"));
    }
}

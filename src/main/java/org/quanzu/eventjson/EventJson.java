package org.quanzu.eventjson;

import java.math.BigDecimal;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.AppActivityEvent;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Counterparty;
import org.quanzu.event.Event;
import org.quanzu.event.Header;
import org.quanzu.event.MessageEvent;
import org.quanzu.event.PersonRef;
import org.quanzu.event.Session;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionStatusEvent;

/** The canonical JSON of an event: the same content is the same bytes. */
public final class EventJson {
    private EventJson() {}

    public static byte[] write(Event event) {
        return write(event, event.header().source());
    }

    /** As a source tells it: without the source, which its API key stands for. */
    public static byte[] asTold(Event event) {
        return write(event, null);
    }

    private static byte[] write(Event event, @Nullable String source) {
        JsonText text = new JsonText().put("type", event.type()).put("source", source);
        header(text, event.header());
        if (event instanceof TransactionEvent payment) {
            transaction(text, payment);
        } else if (event instanceof TransactionStatusEvent status) {
            text.put("transactionId", status.transactionId())
                    .put("status", status.status())
                    .put("amount", status.amount() == null ? null : canonical(status.amount()));
        } else if (event instanceof CallEvent call) {
            call(text, call);
        } else if (event instanceof MessageEvent message) {
            message(text, message);
        } else if (event instanceof AppActivityEvent activity) {
            text.put("kind", activity.kind()).put("subject", activity.subject()).put("offStore", activity.offStore());
        }
        return text.toBytes();
    }

    private static void header(JsonText text, Header header) {
        PersonRef person = header.person();
        text.put("eventId", header.eventId())
                .put("personId", person.personId())
                .put("phone", person.phone())
                .put("account", person.account())
                .put("occurredAt", header.occurredAt());
    }

    private static void transaction(JsonText text, TransactionEvent payment) {
        text.put("direction", payment.direction())
                .put("amount", canonical(payment.amount()))
                .put("currency", payment.currency());
        counterparty(text, payment.counterparty());
        text.put("purpose", payment.purpose())
                .put("channel", payment.channel())
                .put("status", payment.status())
                .put("memo", payment.memo())
                .put("balanceBefore", payment.balanceBefore() == null ? null : canonical(payment.balanceBefore()));
        session(text, payment.session());
    }

    private static BigDecimal canonical(BigDecimal amount) {
        return amount.stripTrailingZeros();
    }

    private static void counterparty(JsonText text, Counterparty other) {
        if (!other.equals(Counterparty.UNKNOWN)) {
            text.open("counterparty")
                    .put("account", other.account())
                    .put("kind", other.kind())
                    .put("bank", other.bank())
                    .put("name", other.name())
                    .close();
        }
    }

    private static void session(JsonText text, Session session) {
        if (!session.equals(Session.UNKNOWN)) {
            text.open("session")
                    .put("deviceId", session.deviceId())
                    .put("screenShared", session.screenShared())
                    .put("remoteControlled", session.remoteControlled())
                    .put("callActive", session.callActive())
                    .close();
        }
    }

    private static void call(JsonText text, CallEvent call) {
        text.put("callId", call.callId())
                .put("direction", call.direction())
                .put("number", call.number())
                .put("answered", (Boolean) call.answered())
                .put("durationSeconds", call.durationSeconds())
                .put("state", call.state());
    }

    private static void message(JsonText text, MessageEvent message) {
        text.put("direction", message.direction())
                .put("sender", message.sender())
                .put("channel", message.channel())
                .put("themes", new TreeSet<>(message.themes()))
                .put("hasLink", message.hasLink());
    }
}

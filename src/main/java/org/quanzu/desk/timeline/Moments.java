package org.quanzu.desk.timeline;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.AppActivityEvent;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Event;
import org.quanzu.event.MessageEvent;
import org.quanzu.event.TransactionEvent;

/** Turns events into what is shown of them. */
final class Moments {
    private Moments() {}

    /** Null for what is no moment of its own: a call's earlier state, the status of a payment. */
    static @Nullable Moment of(Event event, String level, Set<String> evidence) {
        boolean marked = evidence.contains(event.header().eventId());
        if (event instanceof TransactionEvent payment) {
            return moment(
                    event,
                    payment.direction().name(),
                    word(payment.purpose()) + " " + payment.status(),
                    payment,
                    null,
                    payment.counterparty().account(),
                    level,
                    marked);
        }
        if (event instanceof CallEvent call) {
            Integer seconds = call.durationSeconds();
            return moment(
                    event, call.direction().name(), call.state().name(), null, seconds, call.number(), level, marked);
        }
        if (event instanceof MessageEvent message) {
            String themes = String.join(" ", message.themes());
            return moment(event, word(message.direction()), themes, null, null, message.sender(), level, marked);
        }
        if (event instanceof AppActivityEvent activity) {
            return moment(event, null, word(activity.kind()), null, null, activity.subject(), level, marked);
        }
        return null;
    }

    private static String word(@Nullable Object word) {
        return Objects.toString(word, "");
    }

    private static Moment moment(
            Event event,
            @Nullable String direction,
            String detail,
            @Nullable TransactionEvent payment,
            @Nullable Integer seconds,
            @Nullable String other,
            String level,
            boolean evidence) {
        return new Moment(
                event.header().eventId(),
                event.type(),
                event.occurredAt(),
                direction,
                detail.strip(),
                payment == null ? null : payment.amount(),
                seconds,
                Masked.of(other),
                level,
                evidence);
    }
}

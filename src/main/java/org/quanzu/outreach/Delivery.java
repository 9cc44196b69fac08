package org.quanzu.outreach;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order and what has become of it.
 *
 * @param id the Idempotency-Key of every try
 * @param level of a message, the level the case had: decides about quiet hours; empty for the other kinds
 * @param body the JSON that is posted
 * @param due when it is sent, or sent again
 * @param lapses when it is no longer worth sending; for a protective transfer, when the exception ends
 * @param takenUntil while SENDING: after this the sender is taken for dead
 * @param status the last answer's HTTP status, null when there was none
 * @param answer the beginning of the last answer, or why there was none
 */
public record Delivery(
        UUID id,
        Order.Kind kind,
        String caseId,
        String personId,
        String level,
        String body,
        String putBy,
        Instant putAt,
        State state,
        Instant due,
        Instant lapses,
        int tries,
        @Nullable Instant triedAt,
        @Nullable Instant takenUntil,
        @Nullable Integer status,
        @Nullable String answer) {

    /** Where an order stands. */
    public enum State {
        /** Waits to be sent, or to be sent again. */
        PENDING,
        SENDING,
        /** The receiver said yes. */
        SENT,
        /** No webhook is set for its kind; it is only shown. */
        SHOWN,
        /** It may have been carried out and may not; a person has to find out and say. */
        UNCERTAIN,
        /** It was certainly not carried out, and no machine tries again. */
        DEAD,
        /** It was no longer worth sending. */
        LAPSED,
        /** The person got enough messages that day. */
        WITHHELD
    }

    static Delivery of(UUID id, Order order, String body, String by, Instant now, Instant lapses) {
        var level = order instanceof Order.Message message ? message.level() : "";
        return new Delivery(
                id,
                order.kind(),
                order.caseId(),
                order.personId(),
                level,
                body,
                by,
                now,
                State.PENDING,
                now,
                lapses,
                0,
                null,
                null,
                null,
                null);
    }

    Delivery taken(Instant now, Instant until) {
        return with(State.SENDING, due, tries + 1, now, until, status, answer);
    }

    Delivery waiting(Instant until, @Nullable Integer newStatus, @Nullable String newAnswer) {
        return with(State.PENDING, until, tries, triedAt, null, newStatus, newAnswer);
    }

    Delivery ended(State end, @Nullable Integer newStatus, @Nullable String newAnswer) {
        return with(end, due, tries, triedAt, null, newStatus, newAnswer);
    }

    Delivery shown(Instant now) {
        return with(State.SHOWN, due, tries, now, null, null, null);
    }

    /** The same, posted with another text. */
    Delivery reading(String newBody) {
        return new Delivery(
                id,
                kind,
                caseId,
                personId,
                level,
                newBody,
                putBy,
                putAt,
                state,
                due,
                lapses,
                tries,
                triedAt,
                takenUntil,
                status,
                answer);
    }

    Delivery again(Instant now, Instant newLapses) {
        return new Delivery(
                id,
                kind,
                caseId,
                personId,
                level,
                body,
                putBy,
                putAt,
                State.PENDING,
                now,
                newLapses,
                0,
                triedAt,
                null,
                status,
                answer);
    }

    Map<String, String> auditDetail(Map<String, String> more) {
        Map<String, String> detail = new TreeMap<>(more);
        detail.put("kind", kind.name());
        detail.put("case", caseId);
        detail.put("state", state.name());
        detail.put("put-by", putBy);
        detail.put("tries", Integer.toString(tries));
        return detail;
    }

    private Delivery with(
            State newState,
            Instant newDue,
            int newTries,
            @Nullable Instant newTriedAt,
            @Nullable Instant until,
            @Nullable Integer newStatus,
            @Nullable String newAnswer) {
        return new Delivery(
                id,
                kind,
                caseId,
                personId,
                level,
                body,
                putBy,
                putAt,
                newState,
                newDue,
                lapses,
                newTries,
                newTriedAt,
                until,
                newStatus,
                newAnswer);
    }

    /** Nothing personal goes into a log. */
    @Override
    public String toString() {
        return "Delivery[" + id + ", " + kind + ", " + state + ", tries=" + tries + "]";
    }
}

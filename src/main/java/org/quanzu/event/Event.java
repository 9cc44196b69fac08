package org.quanzu.event;

import java.time.Instant;
import java.time.OffsetDateTime;

/** Something that happened to a person outside: a payment, a call, a message, an app activity. */
public sealed interface Event
        permits AppActivityEvent, CallEvent, MessageEvent, TransactionEvent, TransactionStatusEvent {

    Header header();

    /** The word for this kind of event in JSON, tables and topics. */
    String type();

    default EventKey key() {
        return new EventKey(header().source(), header().eventId());
    }

    default OffsetDateTime occurredAt() {
        return header().occurredAt();
    }

    /** When this was over, from which its age counts: of a call its end, as far as it tells one. */
    default Instant overAt() {
        return occurredAt().toInstant();
    }
}

package org.quanzu.eventjson;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.Event;
import org.quanzu.event.Header;
import org.quanzu.event.PersonRef;

/**
 * Turns JSON into events. Fails with {@link InvalidJson} where the body is no JSON object, and with {@link InvalidBody},
 * which names every field that cannot be accepted. The source is the sender's, never the body's.
 */
public final class EventReader {
    private static final Duration AHEAD = Duration.ofHours(24);
    private static final PersonRef PERSON_STAND_IN = PersonRef.ofId("-");

    private final InstantSource clock;

    public EventReader(InstantSource clock) {
        this.clock = clock;
    }

    /** An event of a type known beforehand; the body may repeat it. */
    public Event read(byte[] json, EventType type, String source) {
        return Fields.of(json).build(fields -> event(fields, declared(fields, type), source));
    }

    /** An event that names its type itself. */
    public Event read(byte[] json, String source) {
        return read(Fields.of(json), source);
    }

    /** As {@link #read(byte[], String)}, out of fields that are part of something larger. */
    public Event read(Fields object, String source) {
        return object.build(fields -> {
            EventType type = fields.word("type", EventType.WORDS);
            if (fields.faulty("type")) {
                header(fields, source);
                throw new InvalidBody(fields.faults());
            }
            return event(fields, type, source);
        });
    }

    /** What became of the transaction named; the body may repeat its id. */
    public Event readStatus(byte[] json, String transactionId, String source) {
        Fields body = Fields.of(json).with("transactionId", transactionId);
        return body.build(fields -> event(fields, declared(fields, EventType.TRANSACTION_STATUS), source));
    }

    private static EventType declared(Fields fields, EventType type) {
        String word = fields.optionalText("type");
        if (word != null && !word.equals(type.word())) {
            fields.fault("type", "is " + Fields.shown(word) + "; this address takes \"" + type.word() + "\"");
        }
        return type;
    }

    private Event event(Fields fields, EventType type, String source) {
        return type.of(header(fields, source), fields);
    }

    private Header header(Fields fields, String source) {
        if (fields.has("source")) {
            fields.fault("source", "comes from the API key and cannot be given\nMaybe leave it out");
        }
        return new Header(fields.text("eventId"), source, person(fields), occurredAt(fields));
    }

    private static PersonRef person(Fields fields) {
        String personId = fields.optionalText("personId");
        String phone = fields.optionalText("phone");
        String account = fields.optionalText("account");
        boolean faulty = fields.faulty("personId") || fields.faulty("phone") || fields.faulty("account");
        boolean named = personId != null || phone != null || account != null;
        return faulty && !named ? PERSON_STAND_IN : one(new PersonRef(personId, phone, account));
    }

    /** Whoever names a person in several ways means the surest: the id, then the account, then the phone. */
    private static PersonRef one(PersonRef given) {
        if (given.personId() != null) {
            return new PersonRef(given.personId(), null, null);
        }
        @Nullable String account = given.account();
        return account == null ? given : new PersonRef(null, null, account);
    }

    private OffsetDateTime occurredAt(Fields fields) {
        OffsetDateTime at = fields.time("occurredAt");
        if (at.toInstant().isAfter(clock.instant().plus(AHEAD))) {
            fields.fault("occurredAt", "lies more than 24 hours in the future");
        }
        return at;
    }
}

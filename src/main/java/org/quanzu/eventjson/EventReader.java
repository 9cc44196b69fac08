package org.quanzu.eventjson;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanzu.canonical.AccountForm;
import org.quanzu.canonical.NumberForm;
import org.quanzu.event.Event;
import org.quanzu.event.Header;
import org.quanzu.event.PersonRef;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Turns JSON into events. Fails with {@link InvalidJson} where the body is no JSON object, and with {@link InvalidBody},
 * which names every field that cannot be accepted. The source is the sender's, never the body's.
 */
@Component
public final class EventReader {
    private static final Duration AHEAD = Duration.ofHours(24);
    private static final String NOBODY =
            "stands for no value and names nobody\nMaybe name the person by \"personId\" instead";
    private static final PersonRef PERSON_STAND_IN = PersonRef.ofId("-");

    private final InstantSource clock;
    private final String currency;
    private final Set<String> countryCodeSources;

    /**
     * @param currency the home currency, in which payments are that name none
     * @param countryCodeSources sources that write home numbers, short codes too, with the country code
     */
    @Autowired
    public EventReader(
            InstantSource clock,
            @Value("${quanzu.currency:CNY}") String currency,
            @Value("${quanzu.country-code-sources:}") Set<String> countryCodeSources) {
        this.clock = clock;
        this.currency = currency;
        this.countryCodeSources = Set.copyOf(countryCodeSources);
    }

    public EventReader(InstantSource clock) {
        this(clock, "CNY", Set.of());
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
            fields.fault("type", "is " + TextLimits.shown(word) + "; this address takes \"" + type.word() + "\"");
        }
        return type;
    }

    private Event event(Fields fields, EventType type, String source) {
        if (type == EventType.TRANSACTION) {
            fields.otherwise("currency", currency);
        }
        Event event = type.of(header(fields, source), fields);
        return countryCodeSources.contains(source) ? HomeCodes.asDialled(event) : event;
    }

    private Header header(Fields fields, String source) {
        if (fields.has("source")) {
            fields.fault("source", "comes from the API key and cannot be given\nMaybe leave it out");
        }
        return new Header(fields.id("eventId"), source, person(fields), occurredAt(fields));
    }

    private static PersonRef person(Fields fields) {
        String personId = fields.optionalId("personId");
        String phone = fields.optionalText("phone");
        String account = fields.optionalText("account");
        boolean faulty = fields.faulty("personId") || fields.faulty("phone") || fields.faulty("account");
        boolean named = personId != null || phone != null || account != null;
        return faulty && !named ? PERSON_STAND_IN : surest(fields, new PersonRef(personId, phone, account));
    }

    /** What surely names the person where several things do: the id, then the account, then the phone. */
    private static PersonRef surest(Fields fields, PersonRef given) {
        if (given.personId() != null) {
            return PersonRef.ofId(given.personId());
        }
        @Nullable String account = given.account();
        if (AccountForm.of(account) != null) {
            return new PersonRef(null, null, account);
        }
        @Nullable String phone = given.phone();
        if (phone != null && NumberForm.of(phone).isKnown()) {
            return new PersonRef(null, phone, null);
        }
        if (account != null) {
            fields.fault("account", NOBODY);
        }
        if (phone != null) {
            fields.fault("phone", NOBODY);
        }
        return PERSON_STAND_IN;
    }

    private OffsetDateTime occurredAt(Fields fields) {
        OffsetDateTime at = fields.time("occurredAt");
        if (at.toInstant().isAfter(clock.instant().plus(AHEAD))) {
            fields.fault("occurredAt", "lies more than 24 hours in the future");
        }
        return at;
    }
}

package org.quanzu.testkit;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Counterparty;
import org.quanzu.event.Direction;
import org.quanzu.event.Header;
import org.quanzu.event.MessageEvent;
import org.quanzu.event.PersonRef;
import org.quanzu.event.Session;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.person.source.PersonAttributes;

/** Events of one source, spelled shortly. */
public final class BankEvents {
    public static final String BANK = "bank-1";
    public static final OffsetDateTime NOON = OffsetDateTime.parse("2026-03-02T12:00:00+08:00");

    private BankEvents() {}

    public static TransactionEvent payment(String id, String personId, String amount) {
        return payment(id, PersonRef.ofId(personId), amount, "acc-9", NOON);
    }

    public static TransactionEvent payment(
            String id, PersonRef person, String amount, @Nullable String account, OffsetDateTime at) {
        return new TransactionEvent(
                new Header(id, BANK, person, at),
                Direction.OUT,
                new BigDecimal(amount),
                "CNY",
                new Counterparty(account, Counterparty.Kind.PERSONAL, null, null),
                TransactionEvent.Purpose.TRANSFER,
                TransactionEvent.Channel.MOBILE_APP,
                Status.COMPLETED,
                null,
                null,
                Session.UNKNOWN);
    }

    public static TransactionStatusEvent status(
            String id, PersonRef person, String transactionId, Status status, OffsetDateTime at) {
        return new TransactionStatusEvent(new Header(id, BANK, person, at), transactionId, status);
    }

    public static CallEvent call(
            String id,
            PersonRef person,
            String callId,
            CallEvent.State state,
            @Nullable Integer seconds,
            OffsetDateTime at) {
        return new CallEvent(
                new Header(id, BANK, person, at), callId, Direction.IN, "+44 20 7946 0000", true, seconds, state);
    }

    public static MessageEvent message(String id, PersonRef person, String sender, OffsetDateTime at) {
        return new MessageEvent(
                new Header(id, BANK, person, at),
                Direction.IN,
                sender,
                MessageEvent.Channel.SMS,
                Set.of("LOAN_OFFER"),
                true);
    }

    /** What a source tells that knows nothing of a person but phones. */
    public static PersonAttributes phones(String... phones) {
        return new PersonAttributes(
                Set.of(phones), Set.of(), Set.of(), null, null, null, null, null, null, null, null, null);
    }
}

package org.quanzu.eventjson;

import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.quanzu.canonical.AccountForm;
import org.quanzu.canonical.Identifier;
import org.quanzu.canonical.NumberForm;
import org.quanzu.canonical.TextForm;
import org.quanzu.event.AppActivityEvent;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Counterparty;
import org.quanzu.event.Event;
import org.quanzu.event.Header;
import org.quanzu.event.MessageEvent;
import org.quanzu.event.PersonRef;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionStatusEvent;

/**
 * Whether two events say the same: the same instant whatever its offset, the same accounts and numbers whichever way they are
 * written, the same texts in any Unicode form, and defaults left out or written out.
 */
public final class SameContent {
    private SameContent() {}

    public static boolean of(Event one, Event other) {
        return Arrays.equals(content(one), content(other));
    }

    private static byte[] content(Event event) {
        return EventJson.write(form(event));
    }

    private static Event form(Event event) {
        Header header = header(event.header());
        if (event instanceof TransactionEvent it) {
            return new TransactionEvent(
                    header,
                    it.direction(),
                    it.amount(),
                    it.currency(),
                    counterparty(it.counterparty()),
                    it.purpose(),
                    it.channel(),
                    it.status(),
                    TextForm.of(it.memo()),
                    it.balanceBefore(),
                    it.session());
        }
        if (event instanceof CallEvent it) {
            return new CallEvent(
                    header,
                    Identifier.form(it.callId()),
                    it.direction(),
                    number(it.number()),
                    it.answered(),
                    it.durationSeconds(),
                    it.state());
        }
        if (event instanceof MessageEvent it) {
            return new MessageEvent(
                    header, it.direction(), number(it.sender()), it.channel(), it.themes(), it.hasLink());
        }
        if (event instanceof AppActivityEvent it) {
            return new AppActivityEvent(header, it.kind(), it.subjectForm(), it.offStore());
        }
        return event instanceof TransactionStatusEvent it
                ? new TransactionStatusEvent(header, Identifier.form(it.transactionId()), it.status(), it.amount())
                : event;
    }

    private static Header header(Header header) {
        PersonRef person = header.person();
        String phone = person.phone();
        return new Header(
                Identifier.form(header.eventId()),
                header.source(),
                new PersonRef(
                        person.personId() == null ? null : Identifier.form(person.personId()),
                        phone == null || !NumberForm.of(phone).isKnown() ? phone : number(phone),
                        account(person.account())),
                header.occurredAt().truncatedTo(ChronoUnit.MILLIS).withOffsetSameInstant(ZoneOffset.UTC));
    }

    /** Unlike the form of an account, a stand-in for an unknown one stays, so that the person is still named. */
    private static @Nullable String account(@Nullable String account) {
        String form = AccountForm.of(account);
        return form == null ? account : form;
    }

    private static Counterparty counterparty(Counterparty other) {
        return new Counterparty(
                other.accountForm(), other.kind(), TextForm.of(other.bank()), TextForm.of(other.name()));
    }

    /** A code of home with the country code is not the code itself. */
    private static String number(String number) {
        NumberForm form = NumberForm.of(number);
        return form.countryCode() ? "+86" + form.value() : form.value();
    }
}

package org.quanzu.person;

import org.jspecify.annotations.Nullable;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Direction;
import org.quanzu.event.Event;
import org.quanzu.event.MessageEvent;
import org.quanzu.event.TransactionEvent;
import org.quanzu.fact.Surroundings;
import org.quanzu.profile.Profile;
import org.quanzu.watchlist.NumberPlan;

/** The counterparty an event names: the account of a payment, or the number of a call or message. */
public record CounterpartyRef(boolean payment, String name) {

    /** Null where the event names nobody. */
    public static @Nullable CounterpartyRef of(Event event, NumberPlan plan) {
        boolean payment = event instanceof TransactionEvent;
        String name = name(event, plan);
        return name == null || name.isEmpty() ? null : new CounterpartyRef(payment, name);
    }

    private static @Nullable String name(Event event, NumberPlan plan) {
        if (event instanceof TransactionEvent payment) {
            return payment.counterparty().accountForm();
        }
        String raw = event instanceof CallEvent call
                ? call.number()
                : event instanceof MessageEvent message ? message.sender() : null;
        return raw == null ? null : plan.read(raw).value();
    }

    /** Whether it counts for others: the person pays this account for the first time, or is called by this number. */
    public boolean counts(Event event, Profile before) {
        if (event instanceof TransactionEvent paid) {
            return paid.direction() == Direction.OUT
                    && paid.status() != TransactionEvent.Status.FAILED
                    && !before.hasPaid(name);
        }
        return event instanceof CallEvent call && call.direction() == Direction.IN;
    }

    /** That {@code others} dealt with the same one. */
    public Surroundings around(int others) {
        return payment ? new Surroundings(others, null) : new Surroundings(null, others);
    }
}

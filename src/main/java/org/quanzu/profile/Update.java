package org.quanzu.profile;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.AppActivityEvent;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Event;
import org.quanzu.event.EventKey;
import org.quanzu.event.MessageEvent;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.fact.AppActivity;
import org.quanzu.fact.Call;
import org.quanzu.fact.CallState;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Habits;
import org.quanzu.fact.Message;
import org.quanzu.fact.Party;
import org.quanzu.fact.Surroundings;
import org.quanzu.fact.Transaction;
import org.quanzu.watchlist.Watchlists;

/**
 * What one event makes of a profile: the profile after it and the fact it became (for a further leg
 * of a call the whole call; null when it came too late to matter, or tells the status of a payment nobody remembers). Pure: the same profile, event and surroundings give the same update.
 */
public record Update(Profile after, @Nullable Fact fact, boolean tooLate) {
    /** How far behind the person's latest event another one may come and still take its place: 72 hours. */
    public static final long LATE_MILLIS = 72 * 3_600_000L;

    public static Update of(Profile before, Event event, Surroundings surroundings, Watchlists lists) {
        Profile profile = before.seenWith(lists);
        long at = surroundings.timeOf(event);
        if (event instanceof TransactionStatusEvent status) {
            return became(profile.reaching(at), status, at);
        }
        if (!profile.isEmpty() && at < profile.latestMillis() - LATE_MILLIS) {
            return new Update(profile, null, true);
        }
        Profile reached = profile.reaching(at);
        return event instanceof CallEvent call
                ? called(reached, call, at, surroundings)
                : inserted(reached, event, at, surroundings);
    }

    private static Update inserted(Profile profile, Event event, long at, Surroundings surroundings) {
        int index = place(profile.array(), event.key(), at);
        return inserted(profile, index, fact(event, at, knowledge(profile, index), surroundings));
    }

    private static Update inserted(Profile profile, int index, Fact fact) {
        return done(profile.with(index, fact), fact, index < profile.array().length);
    }

    private static Knowledge knowledge(Profile profile, int end) {
        return new Knowledge(profile.past(), profile.array(), end, profile.attributes(), profile.lists());
    }

    private static int place(Fact[] facts, EventKey key, long at) {
        int index = facts.length;
        while (index > 0 && after(facts[index - 1], key, at)) {
            index--;
        }
        return index;
    }

    private static boolean after(Fact fact, EventKey key, long at) {
        if (fact.getStartMillis() != at) {
            return fact.getStartMillis() > at;
        }
        int bySource = fact.source().compareTo(key.source());
        return bySource > 0 || bySource == 0 && fact.eventId().compareTo(key.eventId()) > 0;
    }

    private static Fact fact(Event event, long at, Knowledge known, Surroundings surroundings) {
        if (event instanceof TransactionEvent payment) {
            return transaction(payment, at, known, surroundings);
        }
        if (event instanceof MessageEvent message) {
            return Message.of(
                    message,
                    at,
                    known.number(known.lists().numberPlan().read(message.sender()), at, surroundings.otherPeople()),
                    known.zone());
        }
        return AppActivity.of((AppActivityEvent) event, at, known.zone(), known.lists());
    }

    private static Transaction transaction(
            TransactionEvent event, long at, Knowledge known, Surroundings surroundings) {
        Party party = known.party(
                event.counterparty().accountForm(), event.counterparty().kind(), at, surroundings.otherPayers());
        Habits habits = known.habits();
        Transaction payment = Transaction.of(
                event, at, known.zone(), party, habits, known.lists().rates());
        boolean repeated = Doubles.isDouble(payment, known.facts(), known.end(), known.end());
        return repeated
                ? payment.with(
                        new Transaction.Around(party, habits, known.zone(), true),
                        known.lists().rates())
                : payment;
    }

    private static Update called(Profile profile, CallEvent event, long at, Surroundings surroundings) {
        Call.Id id = CallStates.id(event);
        CallState state = CallState.of(
                event,
                at,
                surroundings.latestMillis(),
                profile.lists().numberPlan().read(event.number()),
                surroundings.otherPeople());
        if (CallStates.knows(profile, id)) {
            Fact[] facts = CallStates.with(profile, id, state);
            return done(profile.with(facts), CallStates.find(facts, id, state), true);
        }
        long start = CallStates.start(state);
        int index = place(profile.array(), event.key(), start);
        return inserted(profile, index, knowledge(profile, index).call(id, state, start));
    }

    private static Update became(Profile profile, TransactionStatusEvent status, long at) {
        EventKey key = new EventKey(status.header().source(), status.transactionId());
        Fact[] facts = profile.array();
        for (int i = facts.length - 1; i >= 0; i--) {
            if (facts[i] instanceof Transaction payment && payment.key().equals(key)) {
                Fact[] changed = facts.clone();
                changed[i] = became(payment, status, at);
                return done(profile.with(changed), changed[i], true);
            }
        }
        return new Update(Window.trim(profile), null, false);
    }

    /** A payment after a status of it, or the return of a part of it. */
    static Transaction became(Transaction payment, TransactionStatusEvent status, long at) {
        BigDecimal part = status.amount();
        return part == null ? payment.with(status.status(), at) : payment.withPartReturned(part);
    }

    /** The fact itself; for a leg of a call the call as rules see it. */
    private static Fact whole(Profile after, Fact fact) {
        if (fact instanceof Transaction payment && payment.isRepeated()) {
            return Objects.requireNonNullElse(Doubles.counted(payment, after.facts()), payment);
        }
        if (!(fact instanceof Call leg) || !leg.furtherLeg()) {
            return fact;
        }
        List<Fact> now = after.factsNow();
        int place = Legs.whole(now, leg);
        return place < 0 ? fact : now.get(place);
    }

    private static Update done(Profile changed, Fact fact, boolean deriveAll) {
        if (!deriveAll) {
            Profile after = Window.trim(changed);
            return new Update(after, whole(after, fact), false);
        }
        Profile after = Window.trim(Derivation.derive(changed, changed.attributes(), changed.lists()));
        Fact now = Arrays.stream(after.array())
                .filter(other -> other.key().equals(fact.key()))
                .findFirst()
                .orElse(fact);
        return new Update(after, whole(after, now), false);
    }
}

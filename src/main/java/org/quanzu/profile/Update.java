package org.quanzu.profile;

import java.util.Arrays;
import java.util.List;
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
import org.quanzu.fact.Fact;
import org.quanzu.fact.Message;
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
        long at = event.occurredAt().toInstant().toEpochMilli();
        if (!profile.isEmpty() && at < profile.latestMillis() - LATE_MILLIS) {
            return new Update(profile, null, true);
        }
        if (event instanceof TransactionStatusEvent status) {
            return became(profile, status);
        }
        if (event instanceof CallEvent call) {
            int known = find(profile, call);
            if (known >= 0) {
                return replaced(at(profile, at), known, ((Call) profile.array()[known]).then(call));
            }
        }
        return inserted(profile, event, at, surroundings);
    }

    private static Update inserted(Profile profile, Event event, long at, Surroundings surroundings) {
        Fact[] facts = profile.array();
        int index = place(facts, event.key(), at);
        Knowledge knowledge = new Knowledge(profile.past(), facts, index, profile.attributes(), profile.lists());
        Fact fact = fact(event, at, knowledge, surroundings);
        Fact[] more = new Fact[facts.length + 1];
        System.arraycopy(facts, 0, more, 0, index);
        more[index] = fact;
        System.arraycopy(facts, index, more, index + 1, facts.length - index);
        return done(profile, more, fact, index < facts.length);
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
            return Transaction.of(
                    payment,
                    known.party(
                            payment.counterparty().accountForm(),
                            payment.counterparty().kind(),
                            at,
                            surroundings.otherPayers()),
                    known.habits(),
                    known.lists().rates());
        }
        if (event instanceof CallEvent call) {
            return known.call(call, at, surroundings.otherPeople());
        }
        if (event instanceof MessageEvent message) {
            return Message.of(
                    message,
                    known.number(known.lists().numberPlan().read(message.sender()), at, surroundings.otherPeople()));
        }
        return AppActivity.of((AppActivityEvent) event, known.lists());
    }

    private static int find(Profile profile, CallEvent event) {
        Fact[] facts = profile.array();
        for (int i = facts.length - 1; i >= 0; i--) {
            if (facts[i] instanceof Call call
                    && call.callId().equals(event.callId())
                    && call.source().equals(event.header().source())) {
                return i;
            }
        }
        return -1;
    }

    private static Update became(Profile profile, TransactionStatusEvent status) {
        EventKey key = new EventKey(status.header().source(), status.transactionId());
        Fact[] facts = profile.array();
        for (int i = facts.length - 1; i >= 0; i--) {
            if (facts[i] instanceof Transaction payment && payment.key().equals(key)) {
                Update update = replaced(profile, i, payment.with(status.status()));
                return new Update(
                        at(update.after(), status.occurredAt().toInstant().toEpochMilli()), update.fact(), false);
            }
        }
        return new Update(at(profile, status.occurredAt().toInstant().toEpochMilli()), null, false);
    }

    private static Profile at(Profile profile, long millis) {
        return new Profile(
                profile.personId(),
                profile.attributes(),
                profile.past(),
                profile.array(),
                Math.max(millis, profile.latestMillis()),
                profile.lists());
    }

    private static Update replaced(Profile profile, int index, Fact fact) {
        Fact[] facts = profile.array().clone();
        facts[index] = fact;
        Arrays.sort(facts, Profile.ORDER);
        return done(profile, facts, fact, true);
    }

    /** The fact itself; for a leg of a call the call as rules see it. */
    private static Fact whole(Profile after, Fact fact) {
        if (!(fact instanceof Call leg) || !leg.furtherLeg()) {
            return fact;
        }
        List<Fact> now = after.factsNow();
        int place = Legs.whole(now, leg);
        return place < 0 ? fact : now.get(place);
    }

    private static Update done(Profile profile, Fact[] facts, Fact fact, boolean deriveAll) {
        long latest = Math.max(profile.latestMillis(), fact.endMillis());
        Profile after = Window.trim(
                new Profile(profile.personId(), profile.attributes(), profile.past(), facts, latest, profile.lists()));
        if (!deriveAll) {
            return new Update(after, whole(after, fact), false);
        }
        Profile derived = Derivation.derive(after, after.attributes(), after.lists());
        Fact now = Arrays.stream(derived.array())
                .filter(other -> other.key().equals(fact.key()))
                .findFirst()
                .orElse(fact);
        return new Update(derived, whole(derived, now), false);
    }
}

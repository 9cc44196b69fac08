package org.quanzu.profile;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.Counterparty.Kind;
import org.quanzu.fact.Acquaintance;
import org.quanzu.fact.Attributes;
import org.quanzu.fact.Call;
import org.quanzu.fact.CallState;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Habits;
import org.quanzu.fact.KnownNumber;
import org.quanzu.fact.Message;
import org.quanzu.fact.Party;
import org.quanzu.fact.Transaction;
import org.quanzu.watchlist.PhoneNumber;
import org.quanzu.watchlist.Watchlists;

/** What a person's history says about one account or number at one moment: the past and the first {@code end} facts. */
record Knowledge(Past past, Fact[] facts, int end, Attributes attributes, Watchlists lists) {

    Party party(@Nullable String account, @Nullable Kind kind, long atMillis, @Nullable Integer otherPayers) {
        Acquaintance known = account == null ? Acquaintance.NONE : account(account);
        return Party.of(seen(account), kind, atMillis, known, otherPayers, attributes, lists);
    }

    KnownNumber number(PhoneNumber number, long atMillis, @Nullable Integer otherPeople) {
        return KnownNumber.of(seen(number), atMillis, number(number.value()), otherPeople, attributes, lists);
    }

    Call call(Call.Id id, CallState state, long atMillis) {
        KnownNumber number = number(state.number(), atMillis, state.otherPeople());
        Call call = Call.of(id, state, number, attributes.zone());
        return Legs.isFurther(call, facts, end) ? call.with(number, true, attributes.zone()) : call;
    }

    /** The same account as an earlier fact has it, so that a profile holds every account once. */
    private @Nullable String seen(@Nullable String account) {
        for (int i = end - 1; account != null && i >= 0; i--) {
            if (facts[i] instanceof Transaction earlier
                    && account.equals(earlier.party().getAccount())) {
                return earlier.party().getAccount();
            }
        }
        return account;
    }

    PhoneNumber seen(PhoneNumber number) {
        for (int i = end - 1; i >= 0; i--) {
            KnownNumber earlier = facts[i] instanceof Call call
                    ? call.getNumber()
                    : facts[i] instanceof Message message ? message.getSender() : null;
            if (earlier != null && earlier.number().equals(number)) {
                return earlier.number();
            }
        }
        return number;
    }

    private Acquaintance account(String account) {
        Acquaintance known = past.accounts().getOrDefault(account, Acquaintance.NONE);
        for (int i = 0; i < end; i++) {
            if (facts[i] instanceof Transaction earlier
                    && account.equals(earlier.party().getAccount())
                    && !earlier.isFailed()) {
                known = known.met(earlier.isIncoming(), earlier.getStartMillis(), earlier.units());
            }
        }
        return known;
    }

    private Acquaintance number(String number) {
        if (number.isEmpty()) {
            return Acquaintance.NONE;
        }
        Acquaintance known = past.numbers().getOrDefault(number, Acquaintance.NONE);
        for (int i = 0; i < end; i++) {
            if (facts[i] instanceof Call call
                    && !call.furtherLeg()
                    && number.equals(call.getNumber().getValue())) {
                known = known.met(call.isIncoming(), call.getStartMillis(), 0);
            } else if (facts[i] instanceof Message message
                    && number.equals(message.getSender().getValue())) {
                known = known.met(message.isIncoming(), message.getStartMillis(), 0);
            }
        }
        return known;
    }

    ZoneId zone() {
        return attributes.zone();
    }

    Habits habits() {
        Habits habits = past.habits();
        for (int i = 0; i < end; i++) {
            if (facts[i] instanceof Transaction payment && payment.isOutgoing() && !payment.isFailed()) {
                habits = habits.paid(payment.units());
            }
        }
        return habits;
    }
}

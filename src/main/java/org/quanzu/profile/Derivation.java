package org.quanzu.profile;

import org.jspecify.annotations.Nullable;
import org.quanzu.fact.Acquaintance;
import org.quanzu.fact.AppActivity;
import org.quanzu.fact.Attributes;
import org.quanzu.fact.Call;
import org.quanzu.fact.Fact;
import org.quanzu.fact.KnownNumber;
import org.quanzu.fact.Message;
import org.quanzu.fact.Party;
import org.quanzu.fact.Transaction;
import org.quanzu.watchlist.Watchlists;

/** Finds out anew what the history says about every recent fact, after something before or around it has changed. */
final class Derivation {
    private final Past.Course course;
    private final Attributes attributes;
    private final Watchlists lists;
    private final boolean otherPlan;

    private Derivation(Past past, Attributes attributes, Watchlists lists, boolean otherPlan) {
        course = new Past.Course(past);
        this.otherPlan = otherPlan;
        this.attributes = attributes;
        this.lists = lists;
    }

    static Profile derive(Profile profile, Attributes attributes, Watchlists lists) {
        Derivation derivation = new Derivation(
                profile.past(), attributes, lists, profile.lists().numberPlan() != lists.numberPlan());
        Fact[] facts = profile.array().clone();
        for (int i = 0; i < facts.length; i++) {
            facts[i] = derivation.next(facts, i);
        }
        return new Profile(
                profile.personId(),
                attributes,
                profile.past(),
                facts,
                profile.latestEventMillis(),
                lists,
                profile.bounds());
    }

    private Fact next(Fact[] facts, int index) {
        Fact known = know(facts, index);
        course.add(known);
        return known;
    }

    private Fact know(Fact[] facts, int index) {
        Fact fact = facts[index];
        if (fact instanceof Transaction payment) {
            boolean repeated = Doubles.isDouble(payment, facts, index, index + 1);
            return payment.with(
                    new Transaction.Around(party(payment), course.habits(), attributes.zone(), repeated),
                    lists.rates());
        }
        if (fact instanceof Call call) {
            return call.with(number(call.getNumber(), call), Legs.isFurther(call, facts, index), attributes.zone());
        }
        if (fact instanceof Message message) {
            return message.with(number(message.getSender(), message), attributes.zone());
        }
        return ((AppActivity) fact).with(attributes.zone(), lists);
    }

    private Party party(Transaction payment) {
        Party party = payment.party();
        @Nullable String account = party.getAccount();
        Acquaintance before = account == null ? Acquaintance.NONE : course.account(account);
        return Party.of(
                account, party.kind(), payment.getStartMillis(), before, party.getOtherPayers(), attributes, lists);
    }

    private KnownNumber number(KnownNumber number, Fact fact) {
        String value = number.getValue();
        Acquaintance before = value == null ? Acquaintance.NONE : course.number(value);
        KnownNumber read =
                otherPlan ? number.as(lists.numberPlan().read(number.number().value())) : number;
        return read.known(fact.getStartMillis(), before, attributes, lists);
    }
}

package org.quanzu.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.quanzu.event.EventKey;
import org.quanzu.fact.Acquaintance;
import org.quanzu.fact.Attributes;
import org.quanzu.fact.Call;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Transaction;
import org.quanzu.watchlist.Watchlists;

/**
 * What is known of one person, immutable: the summary of the past, the recent facts in order of time, and the latest time
 * (epoch milliseconds) anything is known of. What is recent is bounded by {@link Bounds} per kind; the rest goes into the past.
 * Lists and bounds are those it was last seen with; they are no part of what is kept.
 */
public final class Profile {
    /** The order of facts in time; ties by source, then id. */
    public static final Comparator<Fact> ORDER = Comparator.comparingLong(Fact::getStartMillis)
            .thenComparing(Fact::source)
            .thenComparing(Fact::eventId);

    private static final Fact[] NO_FACTS = {};

    private final String personId;
    private final Attributes attributes;
    private final Past past;
    private final Fact[] facts;
    private final long latestEventMillis;
    private final long latestMillis;
    private final Watchlists lists;
    private final Bounds bounds;

    Profile(
            String personId,
            Attributes attributes,
            Past past,
            Fact[] facts,
            long latestEventMillis,
            Watchlists lists,
            Bounds bounds) {
        this(personId, attributes, past, facts, latestEventMillis, latest(latestEventMillis, facts), lists, bounds);
    }

    private Profile(
            String personId,
            Attributes attributes,
            Past past,
            Fact[] facts,
            long latestEventMillis,
            long latestMillis,
            Watchlists lists,
            Bounds bounds) {
        this.personId = personId;
        this.attributes = attributes;
        this.past = past;
        this.facts = facts;
        this.latestEventMillis = latestEventMillis;
        this.latestMillis = latestMillis;
        this.lists = lists;
        this.bounds = bounds;
    }

    private static long latest(long latestEventMillis, Fact[] facts) {
        long latest = latestEventMillis;
        for (Fact fact : facts) {
            latest = Math.max(latest, fact.endMillis());
        }
        return latest;
    }

    public static Profile empty(String personId) {
        return new Profile(
                personId, Attributes.NONE, Past.NONE, NO_FACTS, Long.MIN_VALUE, Watchlists.EMPTY, Bounds.STANDARD);
    }

    /** A profile from its stored parts; facts in any order. */
    public static Profile of(
            String personId, Attributes attributes, Past past, Collection<Fact> facts, long latestEventMillis) {
        Fact[] sorted = facts.toArray(NO_FACTS);
        Arrays.sort(sorted, ORDER);
        return new Profile(personId, attributes, past, sorted, latestEventMillis, Watchlists.EMPTY, Bounds.STANDARD);
    }

    public String personId() {
        return personId;
    }

    public Attributes attributes() {
        return attributes;
    }

    public Past past() {
        return past;
    }

    /** The recent facts in order of time, as they were when they happened; every leg of a call by itself. */
    public List<Fact> facts() {
        return List.of(facts);
    }

    /** The recent facts as seen at the latest time: calls in progress last until then, and all legs of a call are one. */
    public List<Fact> factsNow() {
        List<Fact> now = new ArrayList<>(facts.length);
        for (Fact fact : facts) {
            if (fact instanceof Call call && call.furtherLeg()) {
                Legs.join(now, call.at(latestMillis));
            } else if (!(fact instanceof Transaction payment) || !payment.isRepeated()) {
                now.add(fact instanceof Call call ? call.at(latestMillis) : fact);
            }
        }
        return now;
    }

    public boolean isEmpty() {
        return latestMillis == Long.MIN_VALUE;
    }

    /** The person's present: the latest time anything is told of, the end of a call included. */
    public long latestMillis() {
        return latestMillis;
    }

    /** When the latest event happened. */
    long latestEventMillis() {
        return latestEventMillis;
    }

    /** This profile after something happened at {@code millis}. */
    Profile reaching(long millis) {
        return millis <= latestEventMillis
                ? this
                : new Profile(personId, attributes, past, facts, millis, Math.max(latestMillis, millis), lists, bounds);
    }

    /** This profile with one more fact at {@code index}, its place in time. */
    Profile with(int index, Fact fact) {
        Fact[] more = new Fact[facts.length + 1];
        System.arraycopy(facts, 0, more, 0, index);
        more[index] = fact;
        System.arraycopy(facts, index, more, index + 1, facts.length - index);
        long end = Math.max(latestMillis, fact.endMillis());
        return new Profile(personId, attributes, past, more, latestEventMillis, end, lists, bounds);
    }

    /** This profile with other recent facts, in order of time. */
    Profile with(Fact[] others) {
        return new Profile(personId, attributes, past, others, latestEventMillis, lists, bounds);
    }

    /** This profile after {@code gone} went into the past and {@code kept} stayed. */
    Profile after(List<Fact> gone, List<Fact> kept) {
        long end = latest(latestEventMillis, gone.toArray(NO_FACTS));
        return new Profile(personId, attributes, past.and(gone), kept.toArray(NO_FACTS), end, lists, bounds);
    }

    Fact[] array() {
        return facts;
    }

    Watchlists lists() {
        return lists;
    }

    Bounds bounds() {
        return bounds;
    }

    /** Whether the transaction of this key is among the recent facts. */
    public boolean knows(EventKey transaction) {
        for (Fact fact : facts) {
            if (fact instanceof Transaction
                    && fact.eventId().equals(transaction.eventId())
                    && fact.source().equals(transaction.source())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the person ever paid {@code account}, as far as remembered. */
    public boolean hasPaid(String account) {
        for (Fact fact : facts) {
            if (fact instanceof Transaction payment
                    && payment.isOutgoing()
                    && !payment.isFailed()
                    && account.equals(payment.party().getAccount())) {
                return true;
            }
        }
        Acquaintance known = past.accounts().get(account);
        return known != null && known.out() > 0;
    }

    /** All that is remembered of accounts and numbers, the recent facts included. */
    public Past everything() {
        return past.and(facts());
    }

    /** What is recent in it as far as one source told; the past is of all sources, and none of it is here. */
    public Profile toldBy(String source) {
        Fact[] told = Arrays.stream(facts)
                .filter(fact -> fact.source().equals(source))
                .toArray(Fact[]::new);
        long latest = Arrays.stream(told).mapToLong(Fact::getStartMillis).max().orElse(Long.MIN_VALUE);
        return new Profile(personId, attributes, Past.NONE, told, latest, lists, bounds);
    }

    /** This profile seen with {@code newLists}: what lists say about its facts may change. */
    public Profile seenWith(Watchlists newLists) {
        return lists == newLists ? this : Derivation.derive(this, attributes, newLists);
    }

    /** This profile, keeping what {@code other} bounds say from now on. */
    public Profile keeping(Bounds other) {
        return other.equals(bounds)
                ? this
                : new Profile(personId, attributes, past, facts, latestEventMillis, latestMillis, lists, other);
    }

    public Profile withAttributes(Attributes told) {
        return told.equals(attributes) ? this : Derivation.derive(this, told, lists);
    }

    /** This profile and another one found to be of the same person, under this one's id and attributes. */
    public Profile mergedWith(Profile other) {
        List<Fact> all = new ArrayList<>(List.of(facts));
        all.addAll(List.of(other.facts));
        Profile both = of(
                personId, attributes, past.and(other.past), all, Math.max(latestEventMillis, other.latestEventMillis));
        return Derivation.derive(Window.trim(both.keeping(bounds)), attributes, lists);
    }
}

package org.quanzu.profile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.fact.Call;
import org.quanzu.fact.Fact;
import org.quanzu.fact.KnownNumber;
import org.quanzu.fact.Message;
import org.quanzu.fact.Transaction;

/** What stays recent: of each kind everything within its days and at most so many; the rest goes into the past. */
final class Window {
    private Window() {}

    static Profile trim(Profile profile) {
        Fact[] facts = profile.array();
        int[] surplus = surplus(profile);
        if (surplus == null) {
            return profile;
        }
        List<Fact> gone = new ArrayList<>();
        List<Fact> kept = new ArrayList<>(facts.length);
        for (Fact fact : facts) {
            if (surplus[Bounds.Kind.of(fact).ordinal()]-- > 0 || isExpired(fact, profile) || follows(fact, gone)) {
                gone.add(fact);
            } else {
                kept.add(fact);
            }
        }
        kept.replaceAll(fact -> minding(fact, gone));
        return profile.after(gone, kept);
    }

    /** A fact that still counts as earlier than those with the same number that went before it did. */
    private static Fact minding(Fact kept, List<Fact> gone) {
        KnownNumber number = number(kept);
        String value = number == null ? null : number.getValue();
        if (number == null || value == null) {
            return kept;
        }
        int later = 0;
        for (int i = gone.size() - 1; i >= 0 && Profile.ORDER.compare(kept, gone.get(i)) < 0; i--) {
            KnownNumber other = number(gone.get(i));
            boolean leg = gone.get(i) instanceof Call call && call.furtherLeg();
            later += other != null && !leg && value.equals(other.getValue()) ? 1 : 0;
        }
        return later == 0 ? kept : with(kept, number.withLaterGone(later));
    }

    private static @Nullable KnownNumber number(Fact fact) {
        if (fact instanceof Call call) {
            return call.getNumber();
        }
        return fact instanceof Message message ? message.getSender() : null;
    }

    private static Fact with(Fact fact, KnownNumber number) {
        return fact instanceof Call call ? call.with(number) : ((Message) fact).with(number);
    }

    /** How many of each kind are too many; null when nothing has to go. */
    private static int @Nullable [] surplus(Profile profile) {
        int[] count = new int[Bounds.Kind.values().length];
        boolean any = false;
        for (Fact fact : profile.array()) {
            Bounds.Kind kind = Bounds.Kind.of(fact);
            any |= ++count[kind.ordinal()] > profile.bounds().of(kind).most() || isExpired(fact, profile);
        }
        if (!any) {
            return null;
        }
        for (Bounds.Kind kind : Bounds.Kind.values()) {
            count[kind.ordinal()] -= profile.bounds().of(kind).most();
        }
        return count;
    }

    /** The legs of a call go together, and so do the ids of one payment, so that the past counts them once. */
    private static boolean follows(Fact fact, List<Fact> gone) {
        if (fact instanceof Transaction payment) {
            return payment.isRepeated() && Doubles.counted(payment, gone) != null;
        }
        return fact instanceof Call leg && leg.furtherLeg() && Legs.whole(gone, leg) >= 0;
    }

    private static boolean isExpired(Fact fact, Profile profile) {
        return profile.latestMillis() - fact.getStartMillis()
                > profile.bounds().of(Bounds.Kind.of(fact)).millis();
    }
}

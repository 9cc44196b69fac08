package org.quanzu.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.quanzu.fact.Call;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Transaction;

/** What stays recent: everything within its days and at most {@link Profile#MAX_FACTS}; the rest goes into the past. */
final class Window {
    private static final long DAY_MILLIS = 86_400_000L;
    private static final long PAYMENT_MILLIS = 60 * DAY_MILLIS;
    private static final long OTHER_MILLIS = 7 * DAY_MILLIS;

    private Window() {}

    static Profile trim(Profile profile) {
        Fact[] facts = profile.array();
        if (facts.length <= Profile.MAX_FACTS && (facts.length == 0 || !anyExpired(facts, profile.latestMillis()))) {
            return profile;
        }
        List<Fact> gone = new ArrayList<>();
        List<Fact> fresh = without(List.of(facts), gone, fact -> expired(fact, profile.latestMillis()));
        int surplus = Math.max(0, fresh.size() - Profile.MAX_FACTS);
        gone.addAll(fresh.subList(0, surplus));
        List<Fact> kept = without(fresh.subList(surplus, fresh.size()), gone, fact -> false);
        return new Profile(
                profile.personId(),
                profile.attributes(),
                profile.past().and(gone),
                kept.toArray(new Fact[0]),
                profile.latestMillis(),
                profile.lists());
    }

    /** The facts without those that must go. The legs of a call go together, so that the past counts them once. */
    private static List<Fact> without(List<Fact> facts, List<Fact> gone, Predicate<Fact> mustGo) {
        List<Fact> kept = new ArrayList<>(facts.size());
        for (Fact fact : facts) {
            (mustGo.test(fact) || follows(fact, gone) ? gone : kept).add(fact);
        }
        return kept;
    }

    private static boolean follows(Fact fact, List<Fact> gone) {
        return fact instanceof Call leg && leg.furtherLeg() && Legs.whole(gone, leg) >= 0;
    }

    private static boolean anyExpired(Fact[] facts, long latestMillis) {
        for (Fact fact : facts) {
            if (latestMillis - fact.getStartMillis() <= OTHER_MILLIS) {
                return false;
            }
            if (expired(fact, latestMillis)) {
                return true;
            }
        }
        return false;
    }

    private static boolean expired(Fact fact, long latestMillis) {
        long age = latestMillis - fact.getStartMillis();
        return age > (fact instanceof Transaction ? PAYMENT_MILLIS : OTHER_MILLIS);
    }
}

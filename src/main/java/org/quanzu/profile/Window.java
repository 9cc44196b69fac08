package org.quanzu.profile;

import java.util.ArrayList;
import java.util.List;
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
        List<Fact> kept = new ArrayList<>(facts.length);
        List<Fact> gone = new ArrayList<>();
        for (Fact fact : facts) {
            (expired(fact, profile.latestMillis()) ? gone : kept).add(fact);
        }
        List<Fact> surplus = kept.subList(0, Math.max(0, kept.size() - Profile.MAX_FACTS));
        gone.addAll(surplus);
        surplus.clear();
        return new Profile(
                profile.personId(),
                profile.attributes(),
                profile.past().and(gone),
                kept.toArray(new Fact[0]),
                profile.latestMillis(),
                profile.lists());
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

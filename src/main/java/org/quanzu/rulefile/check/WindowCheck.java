package org.quanzu.rulefile.check;

import org.quanzu.profile.Bounds;
import org.quanzu.profile.Bounds.Bound;
import org.quanzu.rulefile.syntax.Expression.InTime;
import org.quanzu.rulefile.syntax.Expression.Relation;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.rulefile.vocabulary.FactType;

/** Checks that a rule does not look further back than facts are kept. */
final class WindowCheck {
    private WindowCheck() {}

    /** {@code here} is the fact the constraint stands in, {@code other} the one it is compared with. */
    static void check(InTime time, FactType here, FactType other, Bounds bounds, Problems problems) {
        if (time.relation() == Relation.DURING || time.max() == Long.MAX_VALUE) {
            return;
        }
        FactType earlier = time.relation() == Relation.BEFORE ? here : other;
        Bound kept = bounds.of(earlier.name());
        if (kept != null && time.max() > kept.millis()) {
            String message = "\"" + time.span().text() + "\" looks further back than the " + kept.days() + " days a "
                    + earlier.name() + " is kept";
            problems.error(time.span(), message, "write " + kept.days() + "d at most");
        }
    }
}

package org.quanzu.rulefile.check;

import java.time.Duration;
import org.quanzu.rulefile.syntax.Expression.InTime;
import org.quanzu.rulefile.syntax.Expression.Relation;
import org.quanzu.rulefile.syntax.Problems;
import org.quanzu.rulefile.vocabulary.FactType;

/** Checks that a rule does not look further back than facts are kept. */
final class WindowCheck {
    private WindowCheck() {}

    /** {@code here} is the fact the constraint stands in, {@code other} the one it is compared with. */
    static void check(InTime time, FactType here, FactType other, Problems problems) {
        if (time.relation() == Relation.DURING || time.max() == Long.MAX_VALUE) {
            return;
        }
        FactType earlier = time.relation() == Relation.BEFORE ? here : other;
        Duration kept = earlier.kept();
        if (kept != null && time.max() > kept.toMillis()) {
            String message = "\"" + time.span().text() + "\" looks further back than the " + kept.toDays() + " days a "
                    + earlier.name() + " is kept";
            problems.error(time.span(), message, "write " + kept.toDays() + "d at most");
        }
    }
}

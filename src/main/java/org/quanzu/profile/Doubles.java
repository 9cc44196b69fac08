package org.quanzu.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Transaction;

/**
 * One payment that two ids tell of: same account, direction, amount and currency, within one second. The first one counts,
 * until both were reported as COMPLETED; what failed or came back is no double, and has none.
 */
final class Doubles {
    private static final long MILLIS_PER_SECOND = 1000;

    private Doubles() {}

    /** Whether {@code payment}, which stands among {@code facts} from {@code from} to before {@code to}, repeats another. */
    static boolean isDouble(Transaction payment, Fact[] facts, int from, int to) {
        if (payment.completionTold() || !counts(payment)) {
            return false;
        }
        for (int i = from - 1; i >= 0 && second(facts[i]) == second(payment); i--) {
            if (facts[i] instanceof Transaction earlier && counts(earlier) && payment.isSameMoney(earlier)) {
                return true;
            }
        }
        for (int i = to; i < facts.length && second(facts[i]) == second(payment); i++) {
            if (facts[i] instanceof Transaction later
                    && later.completionTold()
                    && counts(later)
                    && payment.isSameMoney(later)) {
                return true;
            }
        }
        return false;
    }

    /** The payment among {@code facts} that counts in place of {@code payment}; null when none does. */
    static @Nullable Transaction counted(Transaction payment, List<Fact> facts) {
        for (Fact fact : facts) {
            if (second(fact) == second(payment)
                    && fact instanceof Transaction other
                    && !other.isRepeated()
                    && counts(other)
                    && payment.isSameMoney(other)) {
                return other;
            }
        }
        return null;
    }

    private static boolean counts(Transaction payment) {
        return !payment.isFailed() && !payment.isReturned();
    }

    private static long second(Fact fact) {
        return Math.floorDiv(fact.getStartMillis(), MILLIS_PER_SECOND);
    }
}

package org.quanzu.profile;

import org.quanzu.fact.Call;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Message;
import org.quanzu.fact.Transaction;

/**
 * What went into the past of one local day: how many payments each way and their sums (in ten-thousandths, as far as their
 * worth is known), calls, messages and app activities.
 */
public record DayTotals(
        int paid, long paidUnits, int received, long receivedUnits, int calls, int messages, int activities) {
    static final DayTotals NONE = new DayTotals(0, 0, 0, 0, 0, 0, 0);

    /** The local day of a fact, counted from 1970. */
    static long day(Fact fact) {
        return fact.localStart().toLocalDate().toEpochDay();
    }

    /** What one fact adds: nothing for a failed payment, a second id of one, and a further leg of a call. */
    static DayTotals of(Fact fact) {
        if (fact instanceof Transaction payment) {
            return of(payment);
        }
        if (fact instanceof Call call) {
            return call.furtherLeg() ? NONE : new DayTotals(0, 0, 0, 0, 1, 0, 0);
        }
        return fact instanceof Message ? new DayTotals(0, 0, 0, 0, 0, 1, 0) : new DayTotals(0, 0, 0, 0, 0, 0, 1);
    }

    private static DayTotals of(Transaction payment) {
        if (payment.isFailed() || payment.isRepeated()) {
            return NONE;
        }
        long units = Math.max(0, payment.units()); // unknown is negative
        return payment.isOutgoing() ? new DayTotals(1, units, 0, 0, 0, 0, 0) : new DayTotals(0, 0, 1, units, 0, 0, 0);
    }

    DayTotals and(DayTotals other) {
        return new DayTotals(
                paid + other.paid,
                plus(paidUnits, other.paidUnits),
                received + other.received,
                plus(receivedUnits, other.receivedUnits),
                calls + other.calls,
                messages + other.messages,
                activities + other.activities);
    }

    private static long plus(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}

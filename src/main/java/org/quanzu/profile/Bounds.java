package org.quanzu.profile;

import org.quanzu.fact.Call;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Message;
import org.quanzu.fact.Transaction;

/** How many facts of a kind stay recent, and for how long; each kind by itself, so that none pushes out another. */
public enum Bounds {
    PAYMENTS(200, 60),
    CALLS(100, 7),
    MESSAGES(60, 7),
    ACTIVITIES(60, 7);

    private static final long DAY_MILLIS = 86_400_000L;

    private final int most;
    private final int days;

    Bounds(int most, int days) {
        this.most = most;
        this.days = days;
    }

    public static Bounds of(Fact fact) {
        if (fact instanceof Transaction) {
            return PAYMENTS;
        }
        if (fact instanceof Call) {
            return CALLS;
        }
        return fact instanceof Message ? MESSAGES : ACTIVITIES;
    }

    public int most() {
        return most;
    }

    public int days() {
        return days;
    }

    long millis() {
        return days * DAY_MILLIS;
    }
}

package org.quanzu.profile;

import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.quanzu.fact.AppActivity;
import org.quanzu.fact.Call;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Message;
import org.quanzu.fact.Transaction;

/**
 * How many facts of each kind stay recent, and for how long; each kind by itself, so that none pushes out another. It says
 * what a profile keeps and how far back a rule may look.
 */
public record Bounds(Bound payments, Bound calls, Bound messages, Bound activities) {
    /** What is kept where no setting says otherwise. */
    public static final Bounds STANDARD =
            new Bounds(new Bound(200, 60), new Bound(100, 7), new Bound(60, 7), new Bound(60, 7));

    private static final long DAY_MILLIS = 86_400_000L;

    /** Of one kind at most {@code most} facts, none older than {@code days} days. */
    public record Bound(int most, int days) {
        public long millis() {
            return days * DAY_MILLIS;
        }
    }

    /** A kind of fact, as far as bounds go. */
    enum Kind {
        PAYMENT,
        CALL,
        MESSAGE,
        ACTIVITY;

        static Kind of(Fact fact) {
            if (fact instanceof Transaction) {
                return PAYMENT;
            }
            if (fact instanceof Call) {
                return CALL;
            }
            return fact instanceof Message ? MESSAGE : ACTIVITY;
        }
    }

    /** The bounds of the {@code quanzu.recent.…} settings; {@code setting} gives one by its name, or what it is otherwise. */
    public static Bounds of(BinaryOperator<String> setting) {
        return new Bounds(
                of(setting, "payment", STANDARD.payments),
                of(setting, "call", STANDARD.calls),
                of(setting, "message", STANDARD.messages),
                of(setting, "activity", STANDARD.activities));
    }

    private static Bound of(BinaryOperator<String> setting, String kind, Bound standard) {
        return new Bound(
                number(setting, "quanzu.recent." + kind + "-count", standard.most),
                number(setting, "quanzu.recent." + kind + "-days", standard.days));
    }

    private static int number(BinaryOperator<String> setting, String name, int standard) {
        String value = setting.apply(name, "").strip();
        return value.isEmpty() ? standard : Integer.parseInt(value);
    }

    Bound of(Kind kind) {
        return switch (kind) {
            case PAYMENT -> payments;
            case CALL -> calls;
            case MESSAGE -> messages;
            case ACTIVITY -> activities;
        };
    }

    /** The bound of the facts that rules know by this name; null for what is not kept. */
    public @Nullable Bound of(String factType) {
        if (factType.equals(Transaction.class.getSimpleName())) {
            return payments;
        }
        if (factType.equals(Call.class.getSimpleName())) {
            return calls;
        }
        if (factType.equals(Message.class.getSimpleName())) {
            return messages;
        }
        return factType.equals(AppActivity.class.getSimpleName()) ? activities : null;
    }
}

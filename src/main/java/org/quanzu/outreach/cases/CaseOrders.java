package org.quanzu.outreach.cases;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.quanzu.desk.Case;
import org.quanzu.desk.Cases;
import org.quanzu.desk.Grip;
import org.quanzu.desk.HistoryLine.What;
import org.quanzu.desk.Hold;
import org.quanzu.desk.work.Because;
import org.quanzu.outreach.Delivery;
import org.quanzu.outreach.Order;
import org.quanzu.outreach.Outbox;

/** Orders of cases: each commits with its line of the case's history, or nothing does. */
public final class CaseOrders {
    private final Grip grip;
    private final Cases cases;
    private final Outbox outbox;

    CaseOrders(Grip grip, Cases cases, Outbox outbox) {
        this.grip = grip;
        this.cases = cases;
        this.outbox = outbox;
    }

    /** An order that is wanted; two of one id are the same wish. */
    public record Wish(UUID id, Function<Case, Order> order) {}

    /**
     * Puts what is wanted, all or nothing; throws LeaseEnded, StopLimitReached, and IllegalArgumentException for what nobody
     * can carry out. Returns how many were new.
     */
    public int put(Hold hold, List<Wish> wishes) {
        return grip.change(hold.caseId(), () -> {
            Grip.Held held = grip.lock(hold);
            int put = 0;
            for (Wish wish : wishes) {
                put += put(held, wish) ? 1 : 0;
            }
            return put;
        });
    }

    private boolean put(Grip.Held held, Wish wish) {
        Order order = wish.order().apply(held.subject());
        if (!outbox.put(wish.id(), order, held.operator())) {
            return false;
        }
        grip.note(held.subject(), held.operator(), What.ORDERED, order.kind().name());
        return true;
    }

    /** What a person says about an order that no machine may decide on. */
    public enum Decision {
        CARRIED_OUT,
        NOT_CARRIED_OUT,
        SEND_AGAIN
    }

    /** Decides under a hold; the order must be one of the case. */
    public void decide(Hold hold, UUID order, Decision decision, Because because) {
        grip.change(hold.caseId(), () -> {
            Grip.Held held = grip.lock(hold);
            Delivery found = find(order);
            if (!found.caseId().equals(hold.caseId())) {
                throw unknown(order);
            }
            decide(found, decision, because);
            tell(held.subject(), found, decision, because);
            return found;
        });
    }

    /** Decides without a hold: who may is up to the caller. */
    public void decide(UUID order, Decision decision, Because because) {
        Delivery found = find(order);
        grip.change(found.caseId(), () -> {
            cases.lock(found.caseId()).ifPresent(subject -> tell(subject, found, decision, because));
            decide(found, decision, because);
            return found;
        });
    }

    private void decide(Delivery found, Decision decision, Because because) {
        switch (decision) {
            case CARRIED_OUT -> outbox.settle(found.id(), true, because.by(), because.reason());
            case NOT_CARRIED_OUT -> outbox.settle(found.id(), false, because.by(), because.reason());
            case SEND_AGAIN -> outbox.sendAgain(found.id(), because.by(), because.reason());
        }
    }

    private void tell(Case subject, Delivery found, Decision decision, Because because) {
        grip.note(subject, because.by(), What.ORDER_DECIDED, found.kind() + " " + decision + ": " + because.reason());
    }

    private Delivery find(UUID order) {
        return outbox.find(order).orElseThrow(() -> unknown(order));
    }

    private static IllegalStateException unknown(UUID order) {
        return new IllegalStateException("There is no order " + order + " here\nMaybe load the page anew");
    }
}

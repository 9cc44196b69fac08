package org.quanzu.desk.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.quanzu.desk.Case;
import org.quanzu.desk.Grip;
import org.quanzu.desk.HistoryLine.What;
import org.quanzu.desk.Hold;
import org.quanzu.desk.queue.Taken;
import org.quanzu.desk.work.Because;

/**
 * Hands cases over. Whoever offers a case keeps it until it is accepted, so that it is never without an owner or the queue;
 * answers throw {@link NotOffered} when there is nothing to answer.
 */
public final class HandOvers {
    private final Grip grip;
    private final Offers offers;
    private final Duration lease;
    private final Clock clock;

    HandOvers(Grip grip, Offers offers, Duration lease, Clock clock) {
        this.grip = grip;
        this.offers = offers;
        this.lease = lease;
        this.clock = clock;
    }

    /** Offers a case; throws LeaseEnded. An earlier offer of it that nobody has answered is taken back. */
    public HandOver offer(Hold hold, Receiver to, String reason) {
        return grip.change(hold.caseId(), () -> {
            Grip.Held held = grip.lock(hold);
            Because because = new Because(held.operator(), reason);
            HandOver offer =
                    offers.add(new Offers.Draft(hold.caseId(), because.by(), to, because.reason(), clock.instant()));
            offers.step(hold.caseId());
            grip.tell(held.subject(), because.by(), What.OFFERED, to + ": " + because.reason());
            return offer;
        });
    }

    /** What is offered to an operator who works for {@code units}, oldest first. */
    public List<HandOver> offered(String operator, Set<String> units) {
        return offers.open(operator, units);
    }

    /** All offers of a case, oldest first. */
    public List<HandOver> of(String caseId) {
        return offers.of(caseId);
    }

    /** Takes over what was offered, with a lease of one's own; that of whoever offered it ends. */
    public Taken accept(long id, String operator, Set<String> units) {
        HandOver asked = find(id);
        return grip.change(asked.caseId(), () -> {
            Case subject = grip.lock(asked.caseId());
            HandOver offer = answerable(id, operator, units);
            Instant now = clock.instant();
            requireNobodyElse(subject, offer, operator);
            Taken taken = new Taken(subject.caseId(), UUID.randomUUID(), now.plus(lease));
            offers.answer(id, HandOver.State.ACCEPTED, now);
            offers.give(offer, operator, taken);
            grip.tell(subject, operator, What.OFFER_ACCEPTED, offer.fromUser());
            return taken;
        });
    }

    private static void requireNobodyElse(Case subject, HandOver offer, String operator) {
        Case.Lease held = subject.lease();
        boolean theirs = held == null
                || held.operator().equals(offer.fromUser())
                || held.operator().equals(operator);
        if (!theirs || subject.state() == Case.State.CLOSED) {
            throw new NotOffered(offer.id(), "is void: somebody else works on the case, or it is closed");
        }
    }

    /** Declines what was offered. */
    public void giveBack(long id, String operator, Set<String> units, String reason) {
        Because because = new Because(operator, reason);
        HandOver asked = find(id);
        grip.change(asked.caseId(), () -> {
            Case subject = grip.lock(asked.caseId());
            HandOver offer = answerable(id, operator, units);
            offers.answer(id, HandOver.State.RETURNED, clock.instant());
            offers.step(subject.caseId());
            grip.tell(subject, operator, What.OFFER_RETURNED, offer.fromUser() + ": " + because.reason());
            return offer;
        });
    }

    private HandOver find(long id) {
        return offers.find(id).orElseThrow(() -> new NotOffered(id, "does not exist"));
    }

    private HandOver answerable(long id, String operator, Set<String> units) {
        HandOver offer = find(id);
        if (offer.state() != HandOver.State.OFFERED) {
            throw new NotOffered(id, "is " + offer.state() + " already");
        }
        if (!offer.isFor(operator, units)) {
            throw new NotOffered(id, "is offered to somebody else");
        }
        return offer;
    }
}

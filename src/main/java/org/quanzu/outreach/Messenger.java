package org.quanzu.outreach;

import java.time.Instant;
import java.util.Optional;
import org.quanzu.desk.contact.Contacts;
import org.quanzu.desk.contact.Courtesy;
import org.quanzu.desk.contact.Restraint;
import org.quanzu.outreach.Delivery.State;

/** Knows of messages whether the person may be disturbed, who reads them, and that they count as contacts. */
final class Messenger {
    private final Deliveries deliveries;
    private final Courtesy courtesy;
    private final Contacts contacts;
    private final Addressees addressees;

    Messenger(Deliveries deliveries, Courtesy courtesy, Contacts contacts, Addressees addressees) {
        this.deliveries = deliveries;
        this.courtesy = courtesy;
        this.contacts = contacts;
        this.addressees = addressees;
    }

    /** The message when it is not to leave now: it waits, lapses or is withheld; empty when it may leave. */
    Optional<Delivery> heldBack(Delivery message, Instant now) {
        return restraint(message, now).map(restraint -> switch (restraint.reason()) {
            case ENOUGH_TODAY -> message.ended(State.WITHHELD, null, null);
            case QUIET_HOURS ->
                restraint.until().isBefore(message.lapses())
                        ? message.waiting(restraint.until(), message.status(), message.answer())
                        : message.ended(State.LAPSED, message.status(), message.answer());
        });
    }

    /** A message on its second try has been counted already. */
    private Optional<Restraint> restraint(Delivery message, Instant now) {
        return message.tries() > 0
                ? courtesy.night(message.level(), now)
                : courtesy.restraint(message.personId(), message.level(), now);
    }

    /** The message with whom it goes to and in their language, as every try posts it from now on. */
    Delivery addressed(Delivery message, Instant now) {
        if (OrderJson.isAddressed(message.body())) {
            return message;
        }
        var body = OrderJson.addressed(message.body(), addressees.of(message.personId(), now));
        deliveries.write(message.id(), body);
        return message.reading(body);
    }

    /** Keeps for the person what became of a message. */
    void note(Delivery message, Instant now) {
        switch (message.state()) {
            case SENDING, SHOWN -> contacts.told(message.personId(), message.id(), now);
            case DEAD -> contacts.notTold(message.id());
            case LAPSED -> giveWay(message);
            default -> {}
        }
    }

    /** What was never tried must not keep the next warning from being told. */
    private void giveWay(Delivery message) {
        if (message.tries() == 0) {
            deliveries.giveWay(message.id());
        }
    }
}

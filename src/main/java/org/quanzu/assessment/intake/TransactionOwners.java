package org.quanzu.assessment.intake;

import org.quanzu.assessment.UnknownTransaction;
import org.quanzu.event.EventKey;
import org.quanzu.event.TransactionEvent;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.eventjson.StoredEventReader;
import org.quanzu.journal.EventStore;
import org.quanzu.journal.EventStore.First;
import org.quanzu.journal.PendingWrite;
import org.quanzu.personcache.CachedPerson;

/** Whose transaction a status is about: in the profile, pending, or durable long ago. */
final class TransactionOwners {
    private final EventStore history;

    TransactionOwners(EventStore history) {
        this.history = history;
    }

    /** The person whose transaction it is that changes its status; fails where there is no such transaction. */
    String owner(CachedPerson person, TransactionStatusEvent status) {
        EventKey transaction = transaction(status);
        PendingWrite pending = person.pending(transaction);
        if (isInProfile(person, status) || pending != null && pending.record().event() instanceof TransactionEvent) {
            return person.personId();
        }
        First first = history.find(transaction);
        if (first == null || !(StoredEventReader.read(first.body()) instanceof TransactionEvent)) {
            throw new UnknownTransaction(status.transactionId());
        }
        return first.personId();
    }

    /** Whether the profile in memory has the transaction. */
    static boolean isInProfile(CachedPerson person, TransactionStatusEvent status) {
        return person.state().profile().knows(transaction(status));
    }

    private static EventKey transaction(TransactionStatusEvent status) {
        return new EventKey(status.header().source(), status.transactionId());
    }
}

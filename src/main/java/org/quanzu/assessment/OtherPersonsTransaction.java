package org.quanzu.assessment;

import org.quanzu.event.PersonRef;
import org.quanzu.event.TransactionStatusEvent;

/** A status names another person than the transaction it is about. */
public final class OtherPersonsTransaction extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    public OtherPersonsTransaction(TransactionStatusEvent status) {
        super("Transaction \"" + status.transactionId() + "\" is of another person than the status names\n"
                + "Maybe name the person as the transaction did");
        pointer = pointer(status.header().person());
    }

    private static String pointer(PersonRef person) {
        if (person.personId() != null) {
            return "/personId";
        }
        return person.phone() != null ? "/phone" : "/account";
    }

    /** The field that names the other person. */
    public String pointer() {
        return pointer;
    }
}

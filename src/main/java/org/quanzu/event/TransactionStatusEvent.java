package org.quanzu.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What became of a transaction of the same source that was reported earlier; with an {@code amount} RETURNED is of that part
 * alone, in the currency of the transaction.
 */
public record TransactionStatusEvent(
        Header header,
        String transactionId,
        TransactionEvent.Status status,
        @Nullable BigDecimal amount) implements Event {

    public TransactionStatusEvent {
        Check.id("/transactionId", transactionId);
        Check.required("/status", status);
        if (amount != null) {
            amount = Check.amount("/amount", amount);
            if (status != TransactionEvent.Status.RETURNED) {
                throw new InvalidEvent(
                        "/amount", "is given with " + status + "; only a part that is RETURNED has an amount");
            }
        }
    }

    public TransactionStatusEvent(Header header, String transactionId, TransactionEvent.Status status) {
        this(header, transactionId, status, null);
    }

    @Override
    public String type() {
        return "transaction_status";
    }
}

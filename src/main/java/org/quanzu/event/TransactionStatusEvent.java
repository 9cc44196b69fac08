package org.quanzu.event;

/** What became of a transaction of the same source that was reported earlier. */
public record TransactionStatusEvent(Header header, String transactionId, TransactionEvent.Status status)
        implements Event {

    public TransactionStatusEvent {
        Check.id("/transactionId", transactionId);
        Check.required("/status", status);
    }

    @Override
    public String type() {
        return "transaction_status";
    }
}

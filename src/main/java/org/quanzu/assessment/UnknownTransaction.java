package org.quanzu.assessment;

/** A status came for a transaction this source never sent. */
public final class UnknownTransaction extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownTransaction(String transactionId) {
        super("No transaction \"" + transactionId + "\" is known from this source\n"
                + "Maybe it was sent with another API key, or has not arrived yet");
    }
}

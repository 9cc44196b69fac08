package org.quanzu.fact;

import java.math.BigDecimal;
import org.quanzu.event.TransactionEvent.Status;

/**
 * What became of a payment: its status and since when, whether it was ever reported as COMPLETED after it was sent, and
 * what came back in parts, in its own currency (ten-thousandths).
 */
public record PaymentStatus(Status status, long sinceMillis, boolean completionTold, long returnedUnits) {

    static PaymentStatus first(Status status, long atMillis) {
        return new PaymentStatus(status, status == Status.ATTEMPTED ? Long.MIN_VALUE : atMillis, false, 0);
    }

    /**
     * After it became {@code became} at {@code atMillis}. The latest status counts, whenever it arrives; of two at the same
     * time the more final one. ATTEMPTED is the first of any payment and undoes nothing.
     */
    PaymentStatus with(Status became, long atMillis) {
        boolean later = atMillis != sinceMillis ? atMillis > sinceMillis : became.compareTo(status) > 0;
        boolean told = completionTold || became == Status.COMPLETED;
        return became != Status.ATTEMPTED && later
                ? new PaymentStatus(became, atMillis, told, returnedUnits)
                : new PaymentStatus(status, sinceMillis, told, returnedUnits);
    }

    /** After a part of it came back. */
    PaymentStatus withPartReturned(BigDecimal part) {
        return new PaymentStatus(status, sinceMillis, completionTold, Units.plus(returnedUnits, Units.of(part)));
    }
}

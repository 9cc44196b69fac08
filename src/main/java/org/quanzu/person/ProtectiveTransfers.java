package org.quanzu.person;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Payments that look like a loss but bring money to safety, as an officer excepted them; asked for each payment. */
public interface ProtectiveTransfers {
    ProtectiveTransfers NONE = (personId, account, now) -> Optional.empty();

    /** The exception in force at {@code now} for payments of a person to an account, which comes in its one form. */
    Optional<Exception> find(String personId, String account, Instant now);

    /** Up to {@code amount} in all may be paid since {@code since}. */
    record Exception(Instant since, BigDecimal amount) {}
}

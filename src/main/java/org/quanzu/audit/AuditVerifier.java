package org.quanzu.audit;

import java.util.function.LongConsumer;

/** Proves that no entry of the audit log was changed or taken out. */
public interface AuditVerifier {

    /** Goes through the whole chain in constant memory and tells {@code progress} now and then how far it is. */
    Verification verify(LongConsumer progress);

    /** Whether {@code head}, an {@code id:hash} as a {@link Verification} gave it, is an entry of the log. */
    boolean holds(String head);

    default Verification verify() {
        return verify(entries -> {});
    }
}

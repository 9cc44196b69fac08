package org.quanzu.audit;

import org.jspecify.annotations.Nullable;

/**
 * What came of going through the audit log.
 *
 * @param entries how many fit, from the first on
 * @param head the last entry that fits and its hash in hex, as {@code id:hash}; kept elsewhere, it shows later that no
 *     entry up to it was rewritten or cut off
 * @param fault the first entry that does not fit and why; null when all do
 */
public record Verification(
        long entries, String head, @Nullable Fault fault) {

    public boolean isIntact() {
        return fault == null;
    }

    /** An entry that does not fit. */
    public record Fault(long id, String why) {}
}

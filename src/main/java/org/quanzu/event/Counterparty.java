package org.quanzu.event;

import org.jspecify.annotations.Nullable;
import org.quanzu.canonical.AccountForm;

/** The other side of a payment as the source wrote it; every part may be unknown. */
public record Counterparty(
        @Nullable String account,
        @Nullable Kind kind,
        @Nullable String bank,
        @Nullable String name) {
    public static final Counterparty UNKNOWN = new Counterparty(null, null, null, null);

    public Counterparty {
        Check.written("/counterparty/account", account);
        Check.text("/counterparty/bank", bank, Check.ID_LENGTH);
        Check.text("/counterparty/name", name, Check.ID_LENGTH);
    }

    /** The account in its one form, in which accounts are compared; null where it is unknown. */
    public @Nullable String accountForm() {
        return AccountForm.of(account);
    }

    /** What the account is. */
    public enum Kind {
        PERSONAL,
        CORPORATE,
        MERCHANT,
        OWN,
        CASH
    }
}

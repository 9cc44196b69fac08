package org.quanzu.event;

import org.jspecify.annotations.Nullable;

/** The other side of a payment; every part may be unknown. */
public record Counterparty(
        @Nullable String account,
        @Nullable Kind kind,
        @Nullable String bank,
        @Nullable String name) {
    public static final Counterparty UNKNOWN = new Counterparty(null, null, null, null);

    public Counterparty {
        Check.optionalId("/counterparty/account", account);
        Check.text("/counterparty/bank", bank, Check.ID_LENGTH);
        Check.text("/counterparty/name", name, Check.ID_LENGTH);
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

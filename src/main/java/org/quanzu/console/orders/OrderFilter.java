package org.quanzu.console.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which orders to show; null for all, and what is no code for nothing. */
public record OrderFilter(@Nullable String state, @Nullable String kind) {
    public static final List<String> STATES =
            List.of("UNCERTAIN", "DEAD", "SHOWN", "SENT", "PENDING", "SENDING", "LAPSED", "WITHHELD");
    public static final List<String> KINDS =
            List.of("STOP_PAYMENT", "FREEZE", "THREE_PARTY_CALL", "VISIT", "PROTECTIVE_TRANSFER", "MESSAGE");
    static final List<String> FOR_A_PERSON = List.of("UNCERTAIN", "DEAD");
    static final List<String> SHOWN = List.of("SHOWN");

    public OrderFilter {
        state = state != null && STATES.contains(state) ? state : null;
        kind = kind != null && KINDS.contains(kind) ? kind : null;
    }
}

package org.quanzu.platform.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What bounds the use of an API key.
 *
 * @param expiresAt when it ends; null: never
 * @param requestsPerSecond in the long run; 0: as the server's setting says
 * @param burst how many may come at once; 0: twice the requests of a second
 * @param addresses networks it may be used from, such as {@code 10.1.0.0/16}; empty: anywhere
 */
public record KeyLimits(
        @Nullable Instant expiresAt, int requestsPerSecond, int burst, List<String> addresses) {
    public static final KeyLimits NONE = new KeyLimits(null, 0, 0, List.of());

    public KeyLimits {
        addresses = List.copyOf(addresses);
    }

    boolean areOver(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}

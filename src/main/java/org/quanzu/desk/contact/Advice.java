package org.quanzu.desk.contact;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to go on after an attempt: by {@code channels}, all at once when {@code parallel}, and again at {@code retryAt}. The
 * phone rests until {@code phoneRestsUntil} ({@link Instant#MAX}: the number leads nowhere); null when it may ring.
 */
public record Advice(
        Set<Channel> channels,
        boolean parallel,
        Instant retryAt,
        @Nullable Instant phoneRestsUntil) {

    public Advice {
        channels = Set.copyOf(channels);
    }
}

package org.quanzu.desk.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One try to reach a person. */
public record Attempt(
        int episode,
        Channel channel,
        Contact contact,
        String operator,
        Instant at,
        @Nullable String note) {}

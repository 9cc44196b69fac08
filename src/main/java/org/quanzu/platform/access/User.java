package org.quanzu.platform.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person who may sign in. {@code lockedUntil} is null unless too many tries failed; {@code changedAt} is when the password was set. */
public record User(
        String name,
        String displayName,
        Role role,
        List<String> units,
        int failedTries,
        @Nullable Instant lockedUntil,
        boolean disabled,
        Instant changedAt) {
    public User {
        units = List.copyOf(units);
    }
}

package org.quanzu.platform.access;

import java.time.Instant;
import java.util.List;

/** A person who may sign in. {@code changedAt} is when the password was set. */
public record User(
        String name,
        String displayName,
        Role role,
        List<String> units,
        boolean disabled,
        Instant changedAt) {
    public User {
        units = List.copyOf(units);
    }
}

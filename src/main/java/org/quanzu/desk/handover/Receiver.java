package org.quanzu.desk.handover;

import org.jspecify.annotations.Nullable;

/** Whom a case is offered to: one colleague, or whoever works for a unit. */
public record Receiver(@Nullable String user, @Nullable String unit) {

    public static Receiver user(String user) {
        return new Receiver(user, null);
    }

    public static Receiver unit(String unit) {
        return new Receiver(null, unit);
    }

    @Override
    public String toString() {
        return user == null ? String.valueOf(unit) : user;
    }
}

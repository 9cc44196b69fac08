package org.quanzu.platform.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a user of the console may do. */
public enum Role {
    OPERATOR,
    SUPERVISOR,
    ANALYST,
    APPROVER,
    ADMIN;

    /** The role as it is written on the command line, in any case. */
    public static Optional<Role> of(String word) {
        var name = word.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(role -> role.name().equals(name)).findFirst();
    }
}

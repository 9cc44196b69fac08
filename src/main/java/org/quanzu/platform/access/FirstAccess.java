package org.quanzu.platform.access;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanzu.platform.QuanzuSettings;
import org.quanzu.platform.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Makes sure that there is an administrator and a first API key: as set in the environment, otherwise made here, once. */
public final class FirstAccess {
    private static final int SHORTEST_KEY = 32;
    private static final int LONGEST_KEY = 200;
    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD_BYTES = 72; // bcrypt reads no further
    private static final Logger LOG = LoggerFactory.getLogger(FirstAccess.class);
    private final ApiKeys keys;
    private final Users users;
    private final PasswordEncoder encoder;

    FirstAccess(ApiKeys keys, Users users, PasswordEncoder encoder) {
        this.keys = keys;
        this.users = users;
        this.encoder = encoder;
    }

    /** What was made and must be shown now or never; nothing is null at a first start with nothing set. */
    public Made ensure(QuanzuSettings settings) {
        var first = !users.exists(Users.ADMINISTRATOR);
        var key = ensureKey(settings.apiKey(), first);
        var password = ensurePassword(settings.adminPassword(), first); // last, so that a failed start is still a first
        return new Made(first, password, key);
    }

    private @Nullable String ensureKey(String set, boolean first) {
        if (!set.isBlank()) {
            require(
                    set.length() >= SHORTEST_KEY && set.length() <= LONGEST_KEY,
                    "QUANZU_API_KEY",
                    "32 to 200 characters");
            if (keys.find(set).isPresent()) {
                keys.allow(set, EnumSet.allOf(Scope.class)); // scopes of later versions, too
            } else if (keys.isKnown(set)) {
                LOG.warn(
                        "The API key in QUANZU_API_KEY was revoked or has expired, and stays so; set another one, or leave it out");
            } else {
                replace(set, "environment");
            }
            return null;
        }
        return first ? replace(Secret.apiKey(), "first") : null;
    }

    private String replace(String key, String name) {
        keys.revoke(name);
        keys.add(key, name, name, EnumSet.allOf(Scope.class));
        return key;
    }

    private @Nullable String ensurePassword(String set, boolean first) {
        if (!set.isBlank()) {
            var bytes = set.getBytes(StandardCharsets.UTF_8).length;
            require(
                    set.length() >= SHORTEST_PASSWORD && bytes <= LONGEST_PASSWORD_BYTES,
                    "QUANZU_ADMIN_PASSWORD",
                    "10 characters to 72 bytes");
            users.setAdministrator(Users.ADMINISTRATOR, encode(set));
            return null;
        }
        if (!first) {
            return null;
        }
        var made = Secret.password();
        users.setAdministrator(Users.ADMINISTRATOR, encode(made));
        return made;
    }

    private String encode(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    private static void require(boolean fine, String name, String length) {
        if (!fine) {
            throw new StartFailure("The setting " + name + " is too short or too long", "use " + length);
        }
    }

    /** What was made here; null was not made, but set or there before. */
    public record Made(
            boolean first,
            @Nullable String password,
            @Nullable String apiKey) {}
}

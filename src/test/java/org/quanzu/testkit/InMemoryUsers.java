package org.quanzu.testkit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanzu.platform.access.Role;
import org.quanzu.platform.access.User;
import org.quanzu.platform.access.Users;

/** Users that are forgotten with the test. */
public final class InMemoryUsers implements Users {
    private static final int TRIES = 5;
    private static final int LOCK_SECONDS = 900;
    private final Map<String, User> users = new HashMap<>();
    private final Map<String, String> hashes = new HashMap<>();
    private final Clock clock;

    public InMemoryUsers(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized boolean exists(String name) {
        return users.containsKey(name);
    }

    @Override
    public synchronized void setAdministrator(String name, String hash) {
        add(name, name, Role.ADMIN, List.of(), hash);
    }

    @Override
    public synchronized Optional<User> find(String name) {
        return Optional.ofNullable(users.get(name));
    }

    @Override
    public synchronized List<User> list() {
        return new ArrayList<>(users.values());
    }

    @Override
    public synchronized boolean add(String name, String displayName, Role role, List<String> units, String hash) {
        hashes.put(name, hash);
        User user = new User(name, displayName, role, units, 0, null, false, clock.instant());
        return users.putIfAbsent(name, user) == null;
    }

    @Override
    public synchronized boolean vouchFor(String name, String displayName, Role role, List<String> units) {
        User before = users.get(name);
        boolean disabled = before != null && before.disabled();
        Instant since = before == null ? clock.instant() : before.changedAt();
        hashes.putIfAbsent(name, "");
        users.put(name, new User(name, displayName, role, units, 0, null, disabled, since));
        return !disabled;
    }

    @Override
    public synchronized boolean setPassword(String name, String hash) {
        hashes.put(name, hash);
        return put(name, 0, null, false, clock.instant());
    }

    @Override
    public synchronized boolean setDisabled(String name, boolean disabled) {
        return put(name, 0, null, disabled, users.get(name).changedAt());
    }

    @Override
    public synchronized Optional<String> beginTry(String name) {
        User user = users.get(name);
        if (user == null || user.disabled() || isLocked(user)) {
            return Optional.empty();
        }
        int tries = user.lockedUntil() == null ? user.failedTries() + 1 : 1;
        Instant until = tries >= TRIES ? clock.instant().plusSeconds(LOCK_SECONDS) : null;
        put(name, tries, until, false, user.changedAt());
        return Optional.of(hashes.get(name));
    }

    private boolean isLocked(User user) {
        return user.lockedUntil() != null && user.lockedUntil().isAfter(clock.instant());
    }

    @Override
    public synchronized void forgetTries(String name) {
        put(name, 0, null, false, users.get(name).changedAt());
    }

    private boolean put(String name, int tries, Instant until, boolean disabled, Instant changedAt) {
        return users.computeIfPresent(
                        name,
                        (key, user) -> new User(
                                name, user.displayName(), user.role(), user.units(), tries, until, disabled, changedAt))
                != null;
    }
}

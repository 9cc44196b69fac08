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
    private static final int DELAY_SECONDS = 900;
    private final Map<String, User> users = new HashMap<>();
    private final Map<String, String> hashes = new HashMap<>();
    private final Map<String, Integer> tries = new HashMap<>();
    private final Map<String, Instant> until = new HashMap<>();
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
        User user = new User(name, displayName, role, units, false, clock.instant());
        return users.putIfAbsent(name, user) == null;
    }

    @Override
    public synchronized boolean vouchFor(String name, String displayName, Role role, List<String> units) {
        User before = users.get(name);
        boolean disabled = before != null && before.disabled();
        Instant since = before == null ? clock.instant() : before.changedAt();
        hashes.putIfAbsent(name, "");
        users.put(name, new User(name, displayName, role, units, disabled, since));
        return !disabled;
    }

    @Override
    public synchronized boolean setPassword(String name, String hash) {
        hashes.put(name, hash);
        return put(name, false, clock.instant());
    }

    @Override
    public synchronized boolean setDisabled(String name, boolean disabled) {
        return put(name, disabled, users.get(name).changedAt());
    }

    @Override
    public synchronized Optional<String> beginTry(String name, String address) {
        String key = name + ' ' + address;
        User user = users.get(name);
        if (user == null || user.disabled() || clock.instant().isBefore(until.getOrDefault(key, Instant.MIN))) {
            return Optional.empty();
        }
        if (tries.merge(key, 1, Integer::sum) >= TRIES) {
            until.put(key, clock.instant().plusSeconds(DELAY_SECONDS));
        }
        return Optional.of(hashes.get(name));
    }

    @Override
    public synchronized void forgetTries(String name, String address) {
        tries.remove(name + ' ' + address);
        until.remove(name + ' ' + address);
    }

    @Override
    public synchronized boolean unlock(String name) {
        tries.keySet().removeIf(key -> key.startsWith(name + ' '));
        return until.keySet().removeIf(key -> key.startsWith(name + ' '));
    }

    @Override
    public synchronized Map<String, Integer> delayed() {
        Map<String, Integer> delayed = new HashMap<>();
        until.keySet().forEach(key -> delayed.merge(key.split(" ")[0], 1, Integer::sum));
        return delayed;
    }

    private boolean put(String name, boolean disabled, Instant changedAt) {
        return users.computeIfPresent(
                        name,
                        (key, user) -> new User(
                                name, user.displayName(), user.role(), user.units(), disabled, changedAt))
                != null;
    }
}

package org.quanzu.platform.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The users in PostgreSQL. */
final class JdbcUsers implements Users {
    static final int TRIES = 5;
    static final Duration FIRST_DELAY = Duration.ofSeconds(30);
    static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final String COLUMNS =
            "name, display_name, role, units, disabled, changed_at";
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcUsers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean exists(String name) {
        return jdbc.sql("select exists (select from users where name = ?)")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void setAdministrator(String name, String hash) {
        var now = now();
        jdbc.sql("""
                insert into users (name, display_name, password_hash, role, created_at, changed_at)
                values (?, ?, ?, 'ADMIN', ?, ?)
                on conflict (name) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at
                """).params(name, name, hash, now, now).update();
    }

    @Override
    public Optional<User> find(String name) {
        return jdbc.sql("select " + COLUMNS + " from users where name = ?")
                .param(name)
                .query((row, number) -> user(row))
                .optional();
    }

    @Override
    public List<User> list() {
        return jdbc.sql("select " + COLUMNS + " from users order by name")
                .query((row, number) -> user(row))
                .list();
    }

    @Override
    public boolean add(String name, String displayName, Role role, List<String> units, String hash) {
        var now = now();
        return changed("""
                insert into users (name, display_name, role, units, password_hash, created_at, changed_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (name) do nothing
                """, name, displayName, role.name(), units.toArray(String[]::new), hash, now, now);
    }

    @Override
    public boolean vouchFor(String name, String displayName, Role role, List<String> units) {
        var now = now();
        return jdbc.sql("""
                insert into users (name, display_name, role, units, password_hash, created_at, changed_at)
                values (?, ?, ?, ?, '', ?, ?)
                on conflict (name) do update set display_name = excluded.display_name, role = excluded.role,
                    units = excluded.units
                returning not disabled
                """)
                .params(name, displayName, role.name(), units.toArray(String[]::new), now, now)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean setPassword(String name, String hash) {
        var changed = changed("update users set password_hash = ?, changed_at = ? where name = ?", hash, now(), name);
        unlock(name);
        return changed;
    }

    @Override
    public boolean setDisabled(String name, boolean disabled) {
        return changed("update users set disabled = ? where name = ?", disabled, name);
    }

    /** The last try that is free sets the delay already; {@link #forgetTries} takes it away when it was right. */
    @Override
    public Optional<String> beginTry(String name, String address) {
        var hash = jdbc.sql("select password_hash from users where name = ? and not disabled")
                .param(name)
                .query(String.class)
                .optional();
        return hash.filter(known -> mayTry(name, SignInAddress.of(address)));
    }

    private boolean mayTry(String name, String address) {
        var now = now();
        jdbc.sql("delete from sign_in_tries where last_at < ?").param(now.minus(FORGOTTEN)).update();
        return jdbc.sql("""
                insert into sign_in_tries as tries (name, address, failed, last_at, until)
                values (:name, :address, 1, :now, :now)
                on conflict (name, address) do update set failed = tries.failed + 1, last_at = :now,
                    until = case when tries.failed + 1 < :free then :now
                        else :now + least(:longest, :first * power(2, least(tries.failed + 1 - :free, 20)))
                            * interval '1 second' end
                where tries.until <= :now
                """)
                        .param("name", name)
                        .param("address", address)
                        .param("now", now)
                        .param("free", TRIES)
                        .param("first", FIRST_DELAY.toSeconds())
                        .param("longest", LONGEST_DELAY.toSeconds())
                        .update()
                > 0;
    }

    @Override
    public void forgetTries(String name, String address) {
        changed("delete from sign_in_tries where name = ? and address = ?", name, SignInAddress.of(address));
    }

    @Override
    public boolean unlock(String name) {
        return changed("delete from sign_in_tries where name = ?", name);
    }

    @Override
    public Map<String, Integer> delayed() {
        var delayed = new TreeMap<String, Integer>();
        jdbc.sql("select name, count(*)::int as addresses from sign_in_tries where until > ? group by name")
                .param(now())
                .query((row, number) -> delayed.put(row.getString("name"), row.getInt("addresses")))
                .list();
        return delayed;
    }

    private boolean changed(String sql, Object... values) {
        return jdbc.sql(sql).params(values).update() > 0;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                row.getString("name"),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                List.of((String[]) row.getArray("units").getArray()),
                row.getBoolean("disabled"),
                row.getTimestamp("changed_at").toInstant());
    }
}

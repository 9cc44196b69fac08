package org.quanzu.platform.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The users in PostgreSQL. */
final class JdbcUsers implements Users {
    static final int TRIES = 5;
    static final Duration LOCK = Duration.ofMinutes(15);
    private static final String COLUMNS =
            "name, display_name, role, units, failed_tries, locked_until, disabled, changed_at";
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
        return changed("""
                update users set password_hash = ?, changed_at = ?, failed_tries = 0, locked_until = null where name = ?
                """, hash, now(), name);
    }

    @Override
    public boolean setDisabled(String name, boolean disabled) {
        return changed("update users set disabled = ? where name = ?", disabled, name);
    }

    /** The last try that is allowed sets the lock already; {@link #forgetTries} takes it away when it was right. */
    @Override
    public Optional<String> beginTry(String name) {
        var now = now();
        return jdbc.sql("""
                update users set
                    failed_tries = case when locked_until is null then failed_tries else 0 end + 1,
                    locked_until = case when locked_until is null and failed_tries + 1 >= ? then ?::timestamptz end
                where name = ? and not disabled and (locked_until is null or locked_until <= ?)
                returning password_hash
                """)
                .params(TRIES, now.plus(LOCK), name, now)
                .query(String.class)
                .optional();
    }

    @Override
    public void forgetTries(String name) {
        changed("update users set failed_tries = 0, locked_until = null where name = ?", name);
    }

    private boolean changed(String sql, Object... values) {
        return jdbc.sql(sql).params(values).update() > 0;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static User user(ResultSet row) throws SQLException {
        var locked = row.getTimestamp("locked_until");
        return new User(
                row.getString("name"),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                List.of((String[]) row.getArray("units").getArray()),
                row.getInt("failed_tries"),
                locked == null ? null : locked.toInstant(),
                row.getBoolean("disabled"),
                row.getTimestamp("changed_at").toInstant());
    }
}

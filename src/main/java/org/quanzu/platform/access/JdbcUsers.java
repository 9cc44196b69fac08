package org.quanzu.platform.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The users in PostgreSQL. */
final class JdbcUsers implements Users {
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
        var now = OffsetDateTime.now(clock);
        jdbc.sql("""
                insert into users (name, password_hash, role, created_at, changed_at)
                values (?, ?, 'ADMINISTRATOR', ?, ?)
                on conflict (name) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at
                """).params(name, hash, now, now).update();
    }
}

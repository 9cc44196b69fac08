package org.quanzu.platform.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanzu.api.ApiClient;
import org.quanzu.platform.StartFailure;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The API keys in PostgreSQL. */
final class JdbcApiKeys implements ApiKeys {
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcApiKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<ApiClient> find(String apiKey) {
        return jdbc.sql("select name, source, scopes from api_keys where hash = ? and revoked_at is null")
                .param(Secret.hash(apiKey))
                .query((row, number) -> client(row))
                .optional();
    }

    @Override
    public void add(String apiKey, String name, String source, Set<Scope> scopes) {
        try {
            jdbc.sql("insert into api_keys (name, source, scopes, hash, created_at) values (?, ?, ?, ?, ?)")
                    .params(
                            name,
                            source,
                            scopes.stream().map(Scope::word).sorted().toArray(String[]::new),
                            Secret.hash(apiKey),
                            OffsetDateTime.now(clock))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new StartFailure(
                    "An API key named \"" + name + "\" exists",
                    "choose another name, or revoke it first with: key revoke --name " + name,
                    e);
        }
    }

    @Override
    public List<Entry> list() {
        return jdbc.sql("select name, source, scopes, created_at, revoked_at from api_keys order by id")
                .query((row, number) -> entry(row))
                .list();
    }

    @Override
    public boolean revoke(String name) {
        return jdbc.sql("update api_keys set revoked_at = ? where name = ? and revoked_at is null")
                        .params(OffsetDateTime.now(clock), name)
                        .update()
                > 0;
    }

    List<Known> active() {
        return jdbc.sql("select name, source, scopes, hash from api_keys where revoked_at is null")
                .query((row, number) -> new Known(row.getBytes("hash"), client(row)))
                .list();
    }

    private static ApiClient client(ResultSet row) throws SQLException {
        return new ApiClient(row.getString("name"), row.getString("source"), Set.copyOf(scopes(row)));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var revoked = row.getTimestamp("revoked_at");
        return new Entry(
                row.getString("name"),
                row.getString("source"),
                scopes(row),
                row.getTimestamp("created_at").toInstant(),
                revoked == null ? null : revoked.toInstant());
    }

    private static List<String> scopes(ResultSet row) throws SQLException {
        Array scopes = row.getArray("scopes");
        return List.of((String[]) scopes.getArray());
    }

    /** A key that is not revoked, by its hash. */
    record Known(byte[] hash, ApiClient client) {}
}

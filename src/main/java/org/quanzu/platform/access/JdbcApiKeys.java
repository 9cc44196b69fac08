package org.quanzu.platform.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
        return jdbc.sql("select name, source, scopes from api_keys where hash = ? and revoked_at is null"
                        + " and (expires_at is null or expires_at > ?)")
                .params(Secret.hash(apiKey), OffsetDateTime.now(clock))
                .query((row, number) -> client(row))
                .optional();
    }

    @Override
    public boolean isKnown(String apiKey) {
        return jdbc.sql("select exists (select from api_keys where hash = ?)")
                .params(Secret.hash(apiKey))
                .query(Boolean.class)
                .single();
    }

    @Override
    public void add(String apiKey, String name, String source, Set<Scope> scopes, KeyLimits limits) {
        var expires = limits.expiresAt();
        try {
            jdbc.sql("""
                    insert into api_keys (name, source, scopes, hash, created_at,
                        expires_at, requests_per_second, burst, addresses)
                    values (:name, :source, :scopes, :hash, :now, :expires, :rate, :burst, :addresses)
                    """)
                    .param("name", name)
                    .param("source", source)
                    .param("scopes", words(scopes))
                    .param("hash", Secret.hash(apiKey))
                    .param("now", OffsetDateTime.now(clock))
                    .param(
                            "expires",
                            expires == null ? null : expires.atOffset(ZoneOffset.UTC),
                            Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("rate", limits.requestsPerSecond())
                    .param("burst", limits.burst())
                    .param("addresses", limits.addresses().toArray(String[]::new))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new StartFailure(
                    "An API key named \"" + name + "\" exists",
                    "choose another name, or revoke it first with: key revoke --name " + name,
                    e);
        }
    }

    @Override
    public void allow(String apiKey, Set<Scope> scopes) {
        jdbc.sql("update api_keys set scopes = ? where hash = ?")
                .params(words(scopes), Secret.hash(apiKey))
                .update();
    }

    private static String[] words(Set<Scope> scopes) {
        return scopes.stream().map(Scope::word).sorted().toArray(String[]::new);
    }

    @Override
    public List<Entry> list() {
        return jdbc.sql("select * from api_keys order by id")
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
        return jdbc.sql("select * from api_keys where revoked_at is null")
                .query((row, number) -> new Known(row.getBytes("hash"), client(row), limits(row)))
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
                limits(row),
                row.getTimestamp("created_at").toInstant(),
                revoked == null ? null : revoked.toInstant());
    }

    private static KeyLimits limits(ResultSet row) throws SQLException {
        var expires = row.getTimestamp("expires_at");
        return new KeyLimits(
                expires == null ? null : expires.toInstant(),
                row.getInt("requests_per_second"),
                row.getInt("burst"),
                texts(row.getArray("addresses")));
    }

    private static List<String> scopes(ResultSet row) throws SQLException {
        return texts(row.getArray("scopes"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** A key that is not revoked, by its hash. */
    record Known(byte[] hash, ApiClient client, KeyLimits limits) {}
}

package org.quanzu.seal;

import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys that seal values of this database, each with a value to tell it by. */
final class JdbcKeyRegister {
    private static final byte[] KNOWN = {'q', 'u', 'a', 'n', 'z', 'u'};
    private final JdbcClient jdbc;

    JdbcKeyRegister(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    private record Registered(int id, byte[] check) {}

    /** Throws {@link MissingKey} unless everything this database holds can be opened with {@code keys}. */
    void requireAll(SealKeys keys) {
        List<String> missing = registered().stream()
                .filter(one -> !opens(keys, one))
                .map(one -> SealKeys.shown(one.id()))
                .toList();
        if (!missing.isEmpty()) {
            throw new MissingKey(missing);
        }
    }

    private List<Registered> registered() {
        return jdbc.sql("select key_id, check_value from seal_keys order by turn desc")
                .query((row, i) -> new Registered((int) row.getLong("key_id"), row.getBytes("check_value")))
                .list();
    }

    private static boolean opens(SealKeys keys, Registered one) {
        try {
            return keys.has(one.id()) && keys.open(one.check(), place(one.id()).bytes()).length == KNOWN.length;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Place place(int id) {
        return new Place("seal_keys.check_value", List.of(SealKeys.shown(id)));
    }

    /** From now on values are sealed with the first of {@code keys}. */
    void use(SealKeys keys, Instant now) {
        if (latest().filter(id -> id == keys.first()).isPresent()) {
            return;
        }
        jdbc.sql("""
                        insert into seal_keys (key_id, check_value, turn, since)
                        values (:id, :check, (select coalesce(max(turn), 0) + 1 from seal_keys), :since)
                        on conflict (key_id) do update set turn = excluded.turn, since = excluded.since""")
                .param("id", (long) keys.first())
                .param("check", check(keys))
                .param("since", Timestamp.from(now))
                .update();
    }

    private static byte[] check(SealKeys keys) {
        try {
            return keys.seal(KNOWN, place(keys.first()).bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The first encryption key cannot seal\nMaybe this Java allows no AES-256", e);
        }
    }

    /** The key that values are sealed with now; empty before the first start. */
    Optional<Integer> latest() {
        return registered().stream().map(Registered::id).findFirst();
    }

    /** Forgets every key but this one, and tells which. */
    List<String> retireAllBut(int id) {
        return jdbc
                .sql("delete from seal_keys where key_id <> :id returning key_id")
                .param("id", (long) id)
                .query(Long.class)
                .list()
                .stream()
                .map(key -> SealKeys.shown((int) (long) key))
                .toList();
    }
}

package org.quanzu.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.quanzu.seal.Place;
import org.quanzu.seal.Seal;
import org.quanzu.seal.SealedColumn;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people typed as a reason, sealed beside the audit log, so that keys can change while the log does not. The log holds a
 * hash of it, salted, so that it can be neither guessed nor exchanged.
 */
final class JdbcReasons {
    private static final String NAME = "reason";
    private static final String HASH = "sha256:";
    private static final int SALT_BYTES = 16;
    private final JdbcClient jdbc;
    private final Supplier<Seal> seal;
    private final SecureRandom random = new SecureRandom();

    JdbcReasons(DataSource database, Supplier<Seal> seal) {
        this.jdbc = JdbcClient.create(database);
        this.seal = seal;
    }

    /** The entry as the log takes it, after its reason is kept; only a hash is left of that. */
    Entry keptApart(Entry entry) {
        var reason = entry.detail().get(NAME);
        if (reason == null) {
            return entry;
        }
        var salted = salt() + reason;
        jdbc.sql("""
                        insert into audit_reasons (entry_id, reason) values (:id, :reason)
                        on conflict (entry_id) do update set reason = excluded.reason""")
                .param("id", entry.id())
                .param("reason", seal.get().sealText(salted, place(entry)))
                .update();
        return with(entry, HASH + hash(salted));
    }

    /** The entry with its reason, if that is still what was hashed. */
    Entry putBack(Entry entry) {
        if (!entry.detail().getOrDefault(NAME, "").startsWith(HASH)) {
            return entry;
        }
        return jdbc.sql("select reason from audit_reasons where entry_id = :id")
                .param("id", entry.id())
                .query(byte[].class)
                .optional()
                .map(kept -> seal.get().openText(kept, place(entry)))
                .filter(salted -> (HASH + hash(salted)).equals(entry.detail().get(NAME)))
                .map(salted -> with(entry, salted.substring(2 * SALT_BYTES)))
                .orElse(entry);
    }

    private static Place place(Entry entry) {
        return SealedColumn.AUDIT_REASON.of(entry.id());
    }

    private static Entry with(Entry entry, String reason) {
        Map<String, String> detail = new TreeMap<>(entry.detail());
        detail.put(NAME, reason);
        return new Entry(entry.id(), entry.at(), entry.who(), entry.what(), entry.about(), detail);
    }

    private String salt() {
        var bytes = new byte[SALT_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String hash(String salted) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(salted.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java knows no SHA-256\nMaybe its security settings were changed", e);
        }
    }
}

package org.quanzu.platform.backup;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.quanzu.platform.QuanzuSettings;
import org.quanzu.platform.StartFailure;
import org.quanzu.seal.SealKeys;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/** The keys of this process, where they are set or kept; a missing one is never made here. */
final class KeysAtHand {
    private static final int FINGERPRINT_BYTES = 4;
    private final QuanzuSettings settings;

    private KeysAtHand(QuanzuSettings settings) {
        this.settings = settings;
    }

    static KeysAtHand of(Environment environment) {
        return new KeysAtHand(Binder.get(environment).bindOrCreate("quanzu", QuanzuSettings.class));
    }

    /** Where the identity key is, for people. */
    String identityKey() {
        return shown(settings.identityKey(), "identity.key");
    }

    /** Where the encryption keys are, for people. */
    String encryptionKeys() {
        return shown(settings.encryptionKeys(), "encryption.key");
    }

    private String shown(String set, String file) {
        return set.isBlank() ? file(file).toString() : "as it is set";
    }

    private Path file(String name) {
        return settings.data().toAbsolutePath().normalize().resolve(name);
    }

    private boolean has(String set, String file) {
        return !set.isBlank() || Files.exists(file(file));
    }

    /** Throws a {@link StartFailure} unless both kinds are there. */
    void requireAll() {
        require(settings.identityKey(), "identity.key", "QUANZU_IDENTITY_KEY");
        require(settings.encryptionKeys(), "encryption.key", "QUANZU_ENCRYPTION_KEYS");
    }

    private void require(String set, String file, String variable) {
        if (!has(set, file)) {
            throw new StartFailure(
                    "The file " + file(file) + " is missing, and " + variable + " is not set",
                    "put the saved key there first; what is restored is useless without it");
        }
    }

    /** Throws a {@link StartFailure} unless these are the keys that {@code backup} was made with. */
    static void requireFit(ApplicationContext context, Manifest backup) {
        var identityKey = fingerprint(context);
        if (backup.identityKey() != null && !backup.identityKey().equals(identityKey)) {
            throw new StartFailure(
                    "The identity key is " + identityKey + ", that of the backup " + backup.identityKey(),
                    "put the saved identity.key into the data folder, or set QUANZU_IDENTITY_KEY");
        }
        var ids = context.getBean(SealKeys.class).ids();
        var missing =
                backup.encryptionKeys().stream().filter(id -> !ids.contains(id)).toList();
        if (!missing.isEmpty()) {
            throw new StartFailure(
                    "The backup is sealed with key " + String.join(", ", missing) + ", which is not at hand",
                    "put the saved encryption.key into the data folder, or that key at the end of"
                            + " QUANZU_ENCRYPTION_KEYS");
        }
    }

    /** Names the identity key and tells nothing of it; null when it is not at hand. */
    @Nullable String fingerprintIn(ApplicationContext context) {
        return has(settings.identityKey(), "identity.key") ? fingerprint(context) : null;
    }

    private static String fingerprint(ApplicationContext context) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(context.getBean("identityKey", SecretKey.class));
            var all = mac.doFinal("quanzu backup".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(all, 0, FINGERPRINT_BYTES).toLowerCase(Locale.ROOT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    /** Throws a {@link StartFailure} when the embedded database is meant and was never made. */
    void requireDatabase(Environment environment) {
        if (environment.getProperty("spring.datasource.url", "").isBlank() && !Files.isDirectory(file("postgres"))) {
            throw new StartFailure(
                    "There is no database in the data folder "
                            + settings.data().toAbsolutePath().normalize(),
                    "name the server's folder with --quanzu.data=DIR");
        }
    }
}

package org.quanzu.seal;

import java.util.List;

/** The database holds values sealed with keys that are not set. */
public final class MissingKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingKey(List<String> keys) {
        super("The database holds values sealed with " + (keys.size() == 1 ? "key " : "keys ")
                + String.join(", ", keys) + ", not among the encryption keys that are set"
                + "\nMaybe restore data/encryption.key from a backup, or add the old key at the end of"
                + " QUANZU_ENCRYPTION_KEYS");
    }
}

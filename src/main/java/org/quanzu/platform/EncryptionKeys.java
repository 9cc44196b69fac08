package org.quanzu.platform;

import java.util.ArrayList;
import java.util.List;
import org.quanzu.seal.SealKeys;

/** The keys of sealed values as set or as kept in the data folder: with commas or on lines of their own, the first one seals. */
final class EncryptionKeys {
    private EncryptionKeys() {}

    static SealKeys of(String text) {
        List<byte[]> keys = new ArrayList<>();
        for (var key : text.strip().split("[,\\s]+")) {
            var number = keys.size() + 1;
            keys.add(SecretKeyText.read(key)
                    .orElseThrow(() -> new StartFailure(
                            "Encryption key " + number + " is not 32 bytes in hex or base64",
                            "make one with: openssl rand -hex 32, and set it first in QUANZU_ENCRYPTION_KEYS")));
        }
        return SealKeys.of(keys);
    }
}

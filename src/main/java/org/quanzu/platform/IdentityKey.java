package org.quanzu.platform;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The 32-byte key of the keyed hashes of phones and accounts. */
final class IdentityKey {
    private IdentityKey() {}

    /** A key from 64 hex digits or base64, as set or as kept in the data folder. */
    static SecretKey of(String text) {
        var bytes = SecretKeyText.read(text.strip())
                .orElseThrow(() -> new StartFailure(
                        "The identity key is not 32 bytes in hex or base64",
                        "make one with: openssl rand -hex 32, and set it as QUANZU_IDENTITY_KEY"));
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}

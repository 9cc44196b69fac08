package org.quanzu.platform;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The 32-byte key of the keyed hashes of phones and accounts. */
final class IdentityKey {
    private static final int BYTES = 32;

    private IdentityKey() {}

    /** A key from 64 hex digits or base64, as set or as kept in the data folder. */
    static SecretKey of(String text) {
        var bytes = decode(text.strip());
        if (bytes.length != BYTES) {
            throw failure(null);
        }
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] decode(String text) {
        try {
            return text.length() == 2 * BYTES
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw failure(e);
        }
    }

    private static StartFailure failure(@Nullable Throwable cause) {
        return new StartFailure(
                "The identity key is not 32 bytes in hex or base64",
                "make one with: openssl rand -hex 32, and set it as QUANZU_IDENTITY_KEY",
                cause);
    }
}

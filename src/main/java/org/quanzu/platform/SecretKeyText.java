package org.quanzu.platform;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** A key of 32 bytes as people write it: 64 hex digits or base64. */
public final class SecretKeyText {
    private static final int BYTES = 32;

    private SecretKeyText() {}

    /** The key; empty when this is none. */
    public static Optional<byte[]> read(String text) {
        try {
            var bytes = text.length() == 2 * BYTES
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
            return Optional.of(bytes).filter(key -> key.length == BYTES);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

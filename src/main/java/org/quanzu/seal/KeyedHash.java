package org.quanzu.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** Hashes, HMAC-SHA256, that tell who is the same without telling who it is; only who has the key can make them. */
public final class KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int COUNTERPARTY_BYTES = 16;

    private final SecretKey key;
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::mac);

    public KeyedHash(SecretKey key) {
        this.key = key;
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The identity key cannot make an " + ALGORITHM + "\nMaybe the key in the data folder is damaged",
                    e);
        }
    }

    public byte[] of(String kind, String value) {
        return macs.get().doFinal((kind + ":" + value).getBytes(StandardCharsets.UTF_8));
    }

    /** The account somebody paid, in hex. */
    public String account(String account) {
        return counterparty("account", account);
    }

    /** The number that called somebody, in hex. */
    public String number(String number) {
        return counterparty("phone", number);
    }

    private String counterparty(String kind, String value) {
        return HexFormat.of().formatHex(Arrays.copyOf(of(kind, value), COUNTERPARTY_BYTES));
    }
}

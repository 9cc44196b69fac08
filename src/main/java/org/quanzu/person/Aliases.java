package org.quanzu.person;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.quanzu.person.Alias.Kind;
import org.quanzu.watchlist.NumberPlan;

/** Makes aliases: HMAC-SHA256 over the kind and the value, a phone in one spelling whatever the rule files say. */
public final class Aliases {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    public Aliases(SecretKey key) {
        this.key = key;
    }

    public Alias ofPhone(String phone) {
        String value = NumberPlan.EMPTY.read(phone).value();
        return alias(Kind.PHONE, value.isEmpty() ? phone : value);
    }

    public Alias ofAccount(String account) {
        return alias(Kind.ACCOUNT, account);
    }

    private Alias alias(Kind kind, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal((kind.word() + ":" + value).getBytes(StandardCharsets.UTF_8));
            return new Alias(kind, HexFormat.of().formatHex(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The identity key cannot make an " + ALGORITHM + "\nMaybe the key in the data folder is damaged",
                    e);
        }
    }
}

package org.quanzu.person;

import java.util.HexFormat;
import org.quanzu.person.Alias.Kind;
import org.quanzu.seal.KeyedHash;
import org.quanzu.watchlist.NumberPlan;

/** Makes aliases: HMAC-SHA256 over the kind and the value, a phone in one spelling whatever the rule files say. */
public final class Aliases {
    private final KeyedHash hash;

    public Aliases(KeyedHash hash) {
        this.hash = hash;
    }

    public Alias ofPhone(String phone) {
        String value = NumberPlan.EMPTY.read(phone).value();
        return alias(Kind.PHONE, value.isEmpty() ? phone : value);
    }

    public Alias ofAccount(String account) {
        return alias(Kind.ACCOUNT, account);
    }

    private Alias alias(Kind kind, String value) {
        return new Alias(kind, HexFormat.of().formatHex(hash.of(kind.word(), value)));
    }
}

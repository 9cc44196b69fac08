package org.quanzu.person;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.quanzu.canonical.AccountForm;
import org.quanzu.canonical.NumberForm;
import org.quanzu.event.PersonRef;
import org.quanzu.person.Alias.Kind;
import org.quanzu.seal.KeyedHash;

/** Makes aliases: HMAC-SHA256 over the kind and the one form of the value, whatever the rule files say. */
public final class Aliases {
    private final KeyedHash hash;

    public Aliases(KeyedHash hash) {
        this.hash = hash;
    }

    /** The alias a person is named by who is not named by an id. */
    public Alias of(PersonRef ref) {
        return ref.phone() != null ? ofPhone(ref.phone()) : ofAccount(Objects.requireNonNull(ref.account()));
    }

    public Alias ofPhone(String phone) {
        String value = NumberForm.of(phone).value();
        return alias(Kind.PHONE, value.isEmpty() ? phone : value);
    }

    public Alias ofAccount(String account) {
        return alias(Kind.ACCOUNT, Objects.requireNonNullElse(AccountForm.of(account), account));
    }

    /** The alias of a phone, and after it the one that older databases have for this spelling, where that differs. */
    public List<Alias> everyOfPhone(String phone) {
        return distinct(ofPhone(phone), alias(Kind.PHONE, FormerSpelling.ofPhone(phone)));
    }

    /** As {@link #everyOfPhone}, of an account. */
    public List<Alias> everyOfAccount(String account) {
        return distinct(ofAccount(account), alias(Kind.ACCOUNT, account));
    }

    private static List<Alias> distinct(Alias now, Alias formerly) {
        return now.equals(formerly) ? List.of(now) : List.of(now, formerly);
    }

    private Alias alias(Kind kind, String value) {
        return new Alias(kind, HexFormat.of().formatHex(hash.of(kind.word(), value)));
    }
}

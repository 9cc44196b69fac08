package org.quanzu.canonical;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one form of an account: ASCII where it has one, case folded, without blanks, hyphens and the dots that group an IBAN or
 * fours of digits. An account that is an e-mail address keeps hyphens and dots, which tell addresses apart. Two accounts that
 * differ in hyphens alone are one.
 */
public final class AccountForm {
    private static final Pattern DOTTED_IBAN = Pattern.compile("[a-z]{2}\\d{2}[a-z0-9.]{10,42}");
    private static final Pattern DOTTED_DIGITS = Pattern.compile("\\d{4}(?:\\.\\d{4})+(?:\\.\\d{1,4})?");

    private static final RecentForms<Optional<String>> RECENT =
            new RecentForms<>(account -> Characters.settled(read(account), form -> form.flatMap(AccountForm::read)));

    private AccountForm() {}

    /** The form of {@code account}; null where it is unknown or a stand-in for an unknown one. */
    public static @Nullable String of(@Nullable String account) {
        if (account == null || isForm(account)) {
            return account;
        }
        return RECENT.of(account).orElse(null);
    }

    private static Optional<String> read(String account) {
        String visible = Characters.folded(Characters.visible(account));
        if (StandIns.contains(visible)) {
            return Optional.empty();
        }
        boolean address = visible.indexOf('@') > 0;
        StringBuilder kept = new StringBuilder(visible.length());
        visible.codePoints().forEach(c -> {
            if (Characters.isHyphen(c) && address) {
                kept.append('-');
            } else if (!Characters.isBlank(c) && !Characters.isHyphen(c)) {
                kept.appendCodePoint(c);
            }
        });
        String form = Characters.visible(kept.toString());
        boolean grouped = DOTTED_IBAN.matcher(form).matches()
                || DOTTED_DIGITS.matcher(form).matches();
        String joined = grouped ? form.replace(".", "") : form;
        return joined.isEmpty() || Characters.isZero(joined) ? Optional.empty() : Optional.of(joined);
    }

    /** Small letters and digits, not only zeros: nothing to do. */
    private static boolean isForm(String account) {
        boolean digit = false;
        for (int i = 0; i < account.length(); i++) {
            char c = account.charAt(i);
            digit |= c >= '1' && c <= '9';
            if ((c < '0' || c > '9') && (c < 'a' || c > 'z')) {
                return false;
            }
        }
        return digit && account.indexOf("xxxx") < 0;
    }
}

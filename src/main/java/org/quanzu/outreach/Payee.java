package org.quanzu.outreach;

import java.util.Objects;
import java.util.regex.Pattern;
import org.quanzu.canonical.AccountForm;
import org.quanzu.canonical.TextForm;

/**
 * Where money went, exactly as the bank knows it: a request that differs in one sign is refused.
 *
 * @param name the account holder's name in full
 * @param bank the bank's or payment firm's name or code
 * @param account the account; full width and invisible signs, spaces, and hyphens between digits, are taken out
 */
public record Payee(String name, String bank, String account) {
    private static final Pattern GROUPED = Pattern.compile("[0-9][0-9 -]*");

    public Payee {
        name = present("name", name);
        bank = present("bank", bank);
        account = present("account", Objects.requireNonNull(TextForm.of(account)));
        account = account.replaceAll(GROUPED.matcher(account).matches() ? "[\\s-]" : "\\s", "");
    }

    /** The form in which accounts are compared; an account that stands for none is only itself. */
    static String sameAs(String account) {
        return Objects.requireNonNullElse(AccountForm.of(account), account);
    }

    private static String present(String what, String value) {
        var stripped = value.strip();
        if (stripped.isEmpty() || stripped.length() > 200) {
            throw new IllegalArgumentException("The payee's " + what + " has " + stripped.length()
                    + " characters\nMaybe take it from the payment: 1 to 200 characters");
        }
        return stripped;
    }

    /** Nothing personal goes into a log. */
    @Override
    public String toString() {
        return "Payee[…]";
    }
}

package org.quanzu.console.cases;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an operator enters as the outcome, as typed, so that nothing is lost when it cannot be saved. */
public record OutcomeForm(
        @Nullable String contact,
        @Nullable String finding,
        @Nullable String family,
        @Nullable String lost,
        @Nullable String atRisk,
        @Nullable String stopped,
        @Nullable String attempted,
        @Nullable String balance,
        @Nullable String payeeAccounts,
        @Nullable String scamNumbers,
        @Nullable String apps,
        @Nullable String note) {
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(\\.\\d{1,2})?");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;\uff0c\uff1b\u3001]+");
    private static final int LONGEST_NOTE = 4_000;

    static OutcomeForm empty() {
        return new OutcomeForm(null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Throws {@link Unsaved} with what is missing or cannot be. */
    void check() {
        if (!Codes.CONTACTS.contains(contact == null ? "" : contact)) {
            throw Unsaved.invalid("outcome.contact-missing");
        }
        if (!Codes.FINDINGS.contains(finding == null ? "" : finding)) {
            throw Unsaved.invalid("outcome.finding-missing");
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Unsaved.invalid("outcome.note-long");
        }
        for (var amount : new @Nullable String[] {lost, atRisk, stopped, attempted, balance}) {
            amount(amount);
        }
    }

    /** An amount as typed, with or without separators; null when empty. */
    public static @Nullable BigDecimal amount(@Nullable String typed) {
        var digits = typed == null ? "" : typed.replaceAll("[\\s,\uff0c\\p{Sc}\u5143]", "");
        if (digits.isEmpty()) {
            return null;
        }
        if (!AMOUNT.matcher(digits).matches()) {
            throw Unsaved.invalid("outcome.amount-wrong");
        }
        return new BigDecimal(digits);
    }

    /** The words of a field, separated by spaces, commas or lines. */
    public static List<String> words(@Nullable String typed) {
        return typed == null || typed.isBlank()
                ? List.of()
                : BETWEEN.splitAsStream(typed.strip()).toList();
    }
}

package org.quanzu.desk.work;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.contact.Contact;
import org.quanzu.scoring.Rule;

/** What an operator tells of a case when done with it: how the person was reached, what was found, and the facts. */
public record Report(
        Contact contact,
        Finding finding,
        Facts facts,
        @Nullable String note) {
    private static final int LONGEST = 4_000;

    public Report {
        if (finding.isSaid() && !contact.reachedSomebody()) {
            throw new InvalidReport(
                    "The finding " + finding + " tells what somebody said, but with the contact " + contact
                            + " nobody was reached",
                    "record it as an attempt only");
        }
        if (note != null && note.length() > LONGEST) {
            throw new InvalidReport(
                    "The note has " + note.length() + " characters, " + LONGEST + " are allowed", "shorten it");
        }
    }

    /** What is known of the money, the scammers and their ways; null is unknown. */
    public record Facts(
            @Nullable String family,
            Rule.@Nullable Stage stage,
            @Nullable BigDecimal lost,
            @Nullable BigDecimal atRisk,
            Averted averted,
            List<String> payeeAccounts,
            List<String> scamNumbers,
            List<String> apps) {
        public static final Facts NONE =
                new Facts(null, null, null, null, Averted.NONE, List.of(), List.of(), List.of());
        private static final int MOST = 50;
        private static final int LONGEST_WORD = 200;

        public Facts {
            amount("lost", lost);
            amount("at risk", atRisk);
            payeeAccounts = words("payee accounts", payeeAccounts);
            scamNumbers = words("scam numbers", scamNumbers);
            apps = words("apps", apps);
        }

        private static List<String> words(String what, List<String> words) {
            if (words.size() > MOST || words.stream().anyMatch(word -> word.length() > LONGEST_WORD)) {
                throw new InvalidReport(
                        "There are more than " + MOST + " " + what + ", or one longer than " + LONGEST_WORD,
                        "write the rest into the note");
            }
            return words.stream().filter(word -> !word.isBlank()).toList();
        }
    }

    /**
     * Money that was not lost, in three kinds that are never added up: {@code stopped} in flight, {@code attempted} by an
     * instruction that was given, and the {@code balance} that stood at risk.
     */
    public record Averted(
            @Nullable BigDecimal stopped,
            @Nullable BigDecimal attempted,
            @Nullable BigDecimal balance) {
        public static final Averted NONE = new Averted(null, null, null);

        public Averted {
            amount("stopped", stopped);
            amount("attempted", attempted);
            amount("balance", balance);
        }
    }

    private static void amount(String what, @Nullable BigDecimal amount) {
        if (amount != null && (amount.signum() < 0 || amount.precision() - amount.scale() > 15)) {
            throw new InvalidReport(
                    "The amount " + what + " is negative or has more than 15 digits",
                    "leave it empty if it is not known");
        }
    }
}

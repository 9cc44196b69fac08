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
    static final int LONGEST = 4_000;

    public Report {
        if (finding.isSaid() && !contact.reachedSomebody()) {
            throw new InvalidReport(
                    "The finding " + finding + " tells what somebody said, but with the contact " + contact
                            + " nobody was reached",
                    "record it as an attempt only");
        }
        if (finding == Finding.NOT_ESTABLISHED && contact != Contact.UNFOUND) {
            throw new InvalidReport(
                    "The finding " + finding + " is for people who are definitely not found, but the contact is "
                            + contact,
                    "choose " + Contact.UNFOUND + ", or what was found out");
        }
        if (note != null) {
            InvalidReport.unlessText("The note", note, LONGEST);
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
            if (words.size() > MOST) {
                throw new InvalidReport(
                        "There are " + words.size() + " " + what + ", up to " + MOST + " are allowed",
                        "write the rest into the note");
            }
            words.forEach(word -> InvalidReport.unlessText("One of the " + what, word, LONGEST_WORD));
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

    static void amount(String what, @Nullable BigDecimal amount) {
        if (amount != null && (amount.signum() < 0 || amount.precision() - amount.scale() > 15 || amount.scale() > 4)) {
            throw new InvalidReport(
                    "The amount " + what + " is negative, has more than 15 digits or more than 4 decimals",
                    "leave it empty if it is not known");
        }
    }
}

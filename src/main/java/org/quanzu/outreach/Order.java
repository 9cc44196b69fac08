package org.quanzu.outreach;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something another party is asked to do for a person. */
public sealed interface Order {

    String caseId();

    String personId();

    Kind kind();

    /**
     * Stop a payment under way or on the payee's account, for 48 hours from when it is done; twice at most per account.
     * {@code currency} is that of the amount, null for the home currency.
     */
    record StopPayment(
            String caseId,
            String personId,
            Payee payee,
            BigDecimal amount,
            @Nullable String currency,
            Instant paidAt) implements Order {
        public StopPayment {
            positive(currency == null ? amount : amount.setScale(2, RoundingMode.UP)); // others have three decimals
        }

        public StopPayment(String caseId, String personId, Payee payee, BigDecimal amount, Instant paidAt) {
            this(caseId, personId, payee, amount, null, paidAt);
        }

        @Override
        public Kind kind() {
            return Kind.STOP_PAYMENT;
        }
    }

    /** Freeze the payee's account, for six months at most; {@code basis} is the number of the document that allows it. */
    record Freeze(String caseId, String personId, Payee payee, String basis, Instant until) implements Order {
        public Freeze {
            given("basis", basis);
        }

        @Override
        public Kind kind() {
            return Kind.FREEZE;
        }
    }

    /** Bring together the person who reported, the emergency line and the centre; {@code report} is the report's number. */
    record ThreePartyCall(String caseId, String personId, String report) implements Order {
        public ThreePartyCall {
            given("report", report);
        }

        @Override
        public Kind kind() {
            return Kind.THREE_PARTY_CALL;
        }
    }

    /** Go and see the person; {@code task} says what for, in a sentence the visitor reads. */
    record Visit(String caseId, String personId, String unit, Duration within, String task) implements Order {
        public Visit {
            given("unit", unit);
        }

        @Override
        public Kind kind() {
            return Kind.VISIT;
        }
    }

    /**
     * Tell the person something by {@code SMS} or {@code FLASH}; the text is a template's, see {@link MessageTexts}, in
     * {@code language}, {@code en} or {@code zh}; null for the person's own.
     */
    record Message(
            String caseId,
            String personId,
            String level,
            String channel,
            String template,
            @Nullable String language) implements Order {
        public static final Set<String> CHANNELS = Set.of("SMS", "FLASH");
        public static final Set<String> LANGUAGES = Set.of("en", "zh");

        public Message {
            if (!CHANNELS.contains(channel) || language != null && !LANGUAGES.contains(language)) {
                throw new IllegalArgumentException("A message goes by " + channel + " in the language " + language
                        + "\nMaybe use one of " + CHANNELS + " and " + LANGUAGES);
            }
        }

        @Override
        public Kind kind() {
            return Kind.MESSAGE;
        }
    }

    /** Let one transfer through that looks like a loss but brings money to safety; 24 hours at most, one payee, one purpose. */
    record ProtectiveTransfer(
            String caseId, String personId, Payee payee, BigDecimal amount, String purpose, Instant until)
            implements Order {
        public ProtectiveTransfer {
            positive(amount);
            given("purpose", purpose);
        }

        @Override
        public Kind kind() {
            return Kind.PROTECTIVE_TRANSFER;
        }
    }

    private static void positive(BigDecimal amount) {
        if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException(
                    "The amount of an order is not positive or has parts of a cent\nMaybe take it from the payment");
        }
    }

    private static void given(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("The order's " + what + " is empty\nMaybe ask the operator for it");
        }
    }

    /** The kinds of order, the most urgent first. */
    enum Kind {
        STOP_PAYMENT(Duration.ofHours(48), false),
        FREEZE(Duration.ofHours(48), false),
        THREE_PARTY_CALL(Duration.ofMinutes(30), true),
        VISIT(Duration.ofHours(24), true),
        PROTECTIVE_TRANSFER(Duration.ofHours(24), true),
        MESSAGE(Duration.ofHours(12), true);

        private final Duration useful;
        private final boolean retried;

        Kind(Duration useful, boolean retried) {
            this.useful = useful;
            this.retried = retried;
        }

        /** How long after it was put an order is still worth sending. */
        Duration useful() {
            return useful;
        }

        /** Whether a machine may send it again; a second stop of an account would be its last. */
        boolean isRetried() {
            return retried;
        }
    }
}

package org.quanzu.console.cases;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanzu.desk.contact.Contact;
import org.quanzu.desk.work.Disposition;
import org.quanzu.desk.work.Finding;
import org.quanzu.scoring.Text;

/** A case as its page shows it; {@code script} is Markdown, already filled, {@code holder} null when nobody works on it. */
public record CasePage(
        Standing standing,
        Who who,
        @Nullable Holder holder,
        List<Reason> reasons,
        List<Moment> timeline,
        String script,
        List<Attempt> attempts,
        List<Outcome> outcomes,
        List<FollowUp> followUps,
        List<Line> history) {

    /** How urgent it is; {@code state} is QUEUED, TAKEN, WAITING or CLOSED; {@code late}: all that warns arrived late. */
    public record Standing(
            String caseId,
            int version,
            int episode,
            String state,
            String level,
            String family,
            Text why,
            BigDecimal amountAtRisk,
            Instant openedAt,
            Instant dueAt,
            boolean onThePhone,
            boolean late) {}

    /** Whom to reach, masked; null is unknown. */
    public record Who(
            String personId,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String kin) {}

    /** Who works on the case; {@code lease} is null unless it is the reader. */
    public record Holder(String displayName, @Nullable UUID lease, Instant until) {}

    /** A reason of the latest assessment; {@code evidence} is its class. */
    public record Reason(Text text, int points, String evidence) {}

    /** An event on the time axis, in words, masked; {@code kind} is CALL, PAYMENT, MESSAGE, APP or TOLD. */
    public record Moment(
            Instant at,
            String kind,
            Text text,
            boolean evidence,
            @Nullable Extent extent) {
        public Moment(Instant at, String kind, Text text, boolean evidence) {
            this(at, kind, text, evidence, null);
        }
    }

    /**
     * What the plot draws of an event: which way it went, the amount of a payment in the home currency, the seconds of a call,
     * whether it goes on as far as anybody knows, the level the event was given, and amount and currency of a payment in
     * another currency. The amount is null where that has no exchange rate.
     */
    public record Extent(
            boolean out,
            @Nullable BigDecimal amount,
            @Nullable Integer seconds,
            boolean talking,
            String level,
            @Nullable String foreign) {
        public Extent(
                boolean out, @Nullable BigDecimal amount, @Nullable Integer seconds, boolean talking, String level) {
            this(out, amount, seconds, talking, level, null);
        }
    }

    /** A try to reach the person. */
    public record Attempt(
            Instant at,
            String channel,
            String contact,
            String by,
            @Nullable String note) {

        /** In the words warnings are reported by; null while the person was spoken to and no more is known. */
        public @Nullable String disposition() {
            return Disposition.of(Contact.valueOf(contact), null)
                    .map(Enum::name)
                    .orElse(null);
        }
    }

    /** What came of an episode. */
    public record Outcome(
            Instant at,
            int episode,
            String contact,
            String finding,
            String by,
            @Nullable String note) {

        /** In the words warnings are reported by; null while the person is not dissuaded. */
        public @Nullable String disposition() {
            return Disposition.of(Contact.valueOf(contact), Finding.valueOf(finding))
                    .map(Enum::name)
                    .orElse(null);
        }
    }

    /** A date at which the case is looked at again. */
    public record FollowUp(Instant dueAt, @Nullable Instant doneAt) {}

    /** One thing that happened to the case; {@code what} is a code. */
    public record Line(
            Instant at, String who, String what, @Nullable String detail) {}
}

package org.quanzu.console.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person as their page shows them, masked. {@code level} has decayed to now; {@code events} counts the recent ones by type;
 * {@code household} are the ids of those the person lives with.
 */
public record PersonPage(
        String personId,
        boolean provisional,
        Standing standing,
        @Nullable CaseLink desk,
        Known known,
        List<String> household,
        List<LinkLine> links,
        Map<String, Integer> events) {

    public PersonPage {
        household = List.copyOf(household);
        links = List.copyOf(links);
        events = Map.copyOf(events);
    }

    /** The warning level now. */
    public record Standing(
            String level,
            @Nullable String family,
            @Nullable Instant validUntil,
            @Nullable Instant latestEventAt,
            int familiarPayees,
            int familiarNumbers) {}

    /** The case of the person; {@code state} is QUEUED, TAKEN, WAITING or CLOSED. */
    public record CaseLink(String caseId, String state, String level, int episode) {}

    /** What was told about the person; null is unknown. */
    public record Known(
            List<String> phones,
            List<String> accounts,
            @Nullable String kin,
            @Nullable Integer birthYear,
            @Nullable String sex,
            @Nullable String occupation,
            @Nullable String education,
            @Nullable String town,
            @Nullable Boolean antiFraudApp) {
        public static final Known NOTHING = new Known(List.of(), List.of(), null, null, null, null, null, null, null);

        public Known {
            phones = List.copyOf(phones);
            accounts = List.copyOf(accounts);
        }
    }

    /** A phone or account that names or named the person; {@code masked} is null when only its hash is kept. */
    public record LinkLine(
            String kind,
            @Nullable String masked,
            Instant from,
            @Nullable Instant until) {}
}

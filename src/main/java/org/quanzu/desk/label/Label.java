package org.quanzu.desk.label;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody found out about an episode, or about events nobody was warned of: then {@code episode} is null.
 * {@code finding} is the code it was told by, {@code family} the one found, null when not told.
 */
public record Label(
        Name name,
        String personId,
        Episode.@Nullable Key episode,
        Verdict verdict,
        String finding,
        @Nullable String family,
        Instant at) {

    /** Who judges. */
    public enum Origin {
        DESK,
        BANK
    }

    /** What makes a label the same one told again: {@code source} is the bank, empty for the desk. */
    public record Name(Origin origin, String source, String reference) {

        /** The desk has one label an episode. */
        static Name ofDesk(Episode.Key episode) {
            return new Name(Origin.DESK, "", episode.caseId() + " " + episode.number());
        }

        static Name ofBank(String source, String feedbackId) {
            return new Name(Origin.BANK, source, feedbackId);
        }
    }

    boolean isOf(Origin origin) {
        return name.origin() == origin;
    }
}

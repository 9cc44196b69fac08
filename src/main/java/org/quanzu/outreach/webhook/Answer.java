package org.quanzu.outreach.webhook;

import org.jspecify.annotations.Nullable;

/**
 * What came of one post.
 *
 * @param status the HTTP status; null when there was no answer
 * @param text the beginning of the answer's body, or why there was no answer
 */
public record Answer(Outcome outcome, @Nullable Integer status, String text) {

    /** What the sender may conclude. */
    public enum Outcome {
        /** The receiver said yes. */
        DONE,
        /** The receiver said no and will not say otherwise next time. */
        REFUSED,
        /** Nothing was sent: nobody listens there, or the address is not allowed. */
        UNREACHED,
        /** It may have been carried out. */
        UNSURE
    }

    static Answer of(int status, String text) {
        return new Answer(outcome(status), status, text);
    }

    private static Outcome outcome(int status) {
        if (status >= 200 && status < 300) {
            return Outcome.DONE;
        }
        return switch (status) {
            case 408, 409, 425, 429 -> Outcome.UNSURE;
            default -> status >= 400 && status < 500 ? Outcome.REFUSED : Outcome.UNSURE;
        };
    }
}

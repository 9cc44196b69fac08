package org.quanzu.journal;

import org.jspecify.annotations.Nullable;
import org.quanzu.assessor.CurrentLevel;
import org.quanzu.event.Event;
import org.quanzu.fact.Surroundings;

/**
 * Everything one event leaves behind. {@code assessment} is the answer as it went out, null when nothing was found and it
 * follows from the rest. {@code liveCallMillis} is when a call began that
 * goes on now, looked for only when people have to do something. {@code counterparty} is the keyed hash of
 * the account newly paid or of the number that called; {@code snapshot} the state after it, now and then; {@code opens} when it is the person's first. Times are epoch milliseconds.
 */
@SuppressWarnings("ArrayRecordComponent")
public record JournalRecord(
        Event event,
        String personId,
        byte[] body,
        Surroundings surroundings,
        @Nullable String counterparty,
        CurrentLevel level,
        int flags,
        int scoredBy,
        byte @Nullable [] assessment,
        @Nullable Long liveCallMillis,
        byte @Nullable [] snapshot,
        boolean opens,
        long receivedMillis) {
    /** Flag of an event that came too late to matter; the bits below are the evidence classes without data. */
    public static final int TOO_LATE = 1 << 4;
    /** Flag of a payment that an officer excepted. */
    public static final int PROTECTIVE_TRANSFER = 1 << 5;

    /** Whether consumers of the journal get it: something was found, and a level is in force. */
    boolean warns() {
        return assessment != null && !level.level().equals(CurrentLevel.NONE.level());
    }
}

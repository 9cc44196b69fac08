package org.quanzu.journal.consumer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.Event;

/**
 * A record of the journal as consumers get it. {@code at} is when the event was received or the person changed,
 * {@code liveCallAt} when a call began that went on at the event, null when there was none; {@code setAside} of one that was
 * set aside before, so that later records may have been handled already.
 */
public record DeliveredRecord(
        long seq,
        Kind kind,
        String personId,
        Instant at,
        @Nullable Instant liveCallAt,
        boolean setAside,
        Content content) {

    /** What a record tells of. */
    public enum Kind {
        /** An event with an answer that found something, of a person with a level in force. */
        EVENT,
        /** A person scored again without an event. */
        RESCORED,
        /** A provisional person turned out to be another one. */
        MERGED,
        /** What came under a phone or an account is no longer the person's. */
        SEPARATED,
        /** What a bank learned. */
        FEEDBACK
    }

    /** What a record holds, decrypted when asked for; fails when it cannot be read. */
    public interface Content {

        /** The event; only of {@link Kind#EVENT}. */
        Event event();

        /**
         * The answer of an event or a re-scoring as JSON, the id of the other person, when an own event last warned of the
         * separated one (ISO 8601; empty: never), the feedback as JSON.
         */
        byte[] bytes();
    }
}

package org.quanzu.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessor.Assessor;
import org.quanzu.assessor.CurrentLevel;
import org.quanzu.event.Event;
import org.quanzu.event.EventKey;
import org.quanzu.fact.Surroundings;

/** The durable events as they can be read back. */
public interface EventStore {
    /** The events that consumers of the journal get, as their index has it: something was found, and a level is in force. */
    String WARNS = "assessment is not null and level <> 'NONE'";

    /** The person's latest snapshot, or null when there is none. */
    @Nullable Snapshot snapshot(String personId);

    /** The person's events after {@code snapshot} (all when null), in the order they were scored. */
    List<Recorded> eventsAfter(String personId, @Nullable Snapshot snapshot);

    /**
     * Hands the events of {@code persons} (of all when empty) received from {@code from} until before {@code to} to
     * {@code each}, in the order they were scored, without holding them all in memory.
     */
    void stream(Instant from, Instant to, Collection<String> persons, Consumer<Stored> each);

    /** How an event was answered when it came first, or null when it is not known. */
    @Nullable First find(EventKey key);

    /** Whether an event of this key was erased with its person; known as long as events are kept. */
    boolean isErased(EventKey key);

    /** The event whose first answer has this id, or null when it is not known. */
    @Nullable EventKey keyOf(UUID assessmentId);

    /** The number that stands for a rule set's version with its families of scam. */
    int scoredBy(String version, List<String> families);

    /** Tells whom accounts and numbers dealt with in events received since then, latest first, at most {@code limit}. */
    void dealings(Instant since, int limit, Consumer<Dealing> each);

    /** Keeps {@code bytes} as the person's state after everything numbered below {@code seq}. */
    void keep(String personId, long seq, byte[] bytes, CurrentLevel level);

    /** A profile as it was after the event numbered {@code seq}. */
    @SuppressWarnings("ArrayRecordComponent")
    record Snapshot(long seq, LocalDate day, byte[] bytes, CurrentLevel level) {}

    /** An event with what it was scored with and the level after it. */
    record Recorded(long seq, Event event, long content, Surroundings surroundings, CurrentLevel level, int flags) {

        public Assessor.Remembered as() {
            return new Assessor.Remembered(event, content, surroundings, level, (flags & JournalRecord.TOO_LATE) != 0);
        }
    }

    /** The first answer to an event: the full assessment, or what it follows from. */
    @SuppressWarnings("ArrayRecordComponent")
    record First(
            String personId,
            byte[] body,
            byte @Nullable [] assessment,
            int flags,
            String ruleSet,
            List<String> families) {}

    /** A person newly paid an account, or was called by a number; {@code counterparty} is its keyed hash. */
    record Dealing(String counterparty, boolean payment, String personId, long atMillis) {}

    /** An event as it was stored, under the person it was scored for. */
    record Stored(String personId, Instant receivedAt, Recorded recorded) {}
}

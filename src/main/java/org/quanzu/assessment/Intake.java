package org.quanzu.assessment;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.quanzu.event.Event;
import org.quanzu.event.EventKey;

/** Where events come in: each is scored against the person's history, made durable, then answered. */
public interface Intake {

    /**
     * Takes {@code event}; the future completes once the event is durable. A repeated event gets its first answer again.
     * It fails with {@link ConflictingEvent}, {@link UnknownTransaction} or {@link IntakeUnavailable}.
     */
    CompletableFuture<Answer> take(Event event);

    /** Takes {@code event} without waiting for anything; work once accepted goes on whoever waits for the answer. */
    default Accepted accept(Event event) {
        return new Accepted(take(event), () -> lastKnown(event));
    }

    /**
     * An event under way: the answer it will have once durable, and the one that can be given meanwhile, marked as degraded
     * and not stored.
     */
    record Accepted(CompletableFuture<Answer> answer, Supplier<Answer> known) {}

    /** An answer from the person's level in force, without waiting for the event to be scored or durable. */
    Answer lastKnown(Event event);

    /** The person a durable event of this key is about. */
    default Optional<String> personOf(EventKey key) {
        return Optional.empty();
    }

    /** What was sent under this key, and how it was answered when it came first. */
    default Optional<Sent> sent(EventKey key) {
        return Optional.empty();
    }

    /** The event whose first answer has this id. */
    default Optional<EventKey> keyOf(UUID assessmentId) {
        return Optional.empty();
    }

    /** A durable event as its source told it, the person it was scored for, and its first answer; JSON. */
    @SuppressWarnings("ArrayRecordComponent")
    record Sent(String personId, byte[] event, byte[] answer) {}

    /** The answer as it goes out, UTF-8 JSON; {@code repeated} when the event had been answered before. */
    record Answer(byte[] json, boolean repeated) {}
}

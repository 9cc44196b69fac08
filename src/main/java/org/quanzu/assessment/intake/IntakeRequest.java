package org.quanzu.assessment.intake;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessment.Intake.Answer;
import org.quanzu.assessment.IntakeUnavailable;
import org.quanzu.assessor.SeenEvents;
import org.quanzu.event.Event;
import org.quanzu.eventjson.EventJson;
import org.quanzu.journal.NotDurable;
import org.quanzu.scoring.Assessment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** An event being taken, with its canonical form and the answer somebody waits for. */
final class IntakeRequest {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeRequest.class);
    private static final int MOST_TRIES = 5;

    private final Event event;
    private final byte[] body;
    private final long content;
    private final long receivedMillis;
    private final BiConsumer<IntakeRequest, String> queue;
    private final long startNanos = System.nanoTime();
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private volatile @Nullable Assessment assessment;
    private int tries;

    /** An event received at {@code receivedMillis}; {@code queue} puts it behind others of a person. */
    IntakeRequest(Event event, long receivedMillis, BiConsumer<IntakeRequest, String> queue) {
        this.event = event;
        this.receivedMillis = receivedMillis;
        this.queue = queue;
        body = EventJson.write(event);
        content = SeenEvents.contentOf(body);
    }

    Event event() {
        return event;
    }

    byte[] body() {
        return body;
    }

    /** A hash of the canonical form. */
    long content() {
        return content;
    }

    long receivedMillis() {
        return receivedMillis;
    }

    long tookNanos() {
        return System.nanoTime() - startNanos;
    }

    /** What the event was assessed as, as long as it is not durable; null before. */
    @Nullable Assessment assessment() {
        return assessment;
    }

    void assessed(@Nullable Assessment found) {
        assessment = found;
    }

    CompletableFuture<Answer> answer() {
        return answer;
    }

    boolean isTriedBefore() {
        return tries > 0;
    }

    boolean mayTryAgain() {
        return ++tries < MOST_TRIES;
    }

    /** Has the event taken once more, behind others of this person. */
    void queueAgain(String personId) {
        queue.accept(this, personId);
    }

    /** Ends with {@code e}; where the database or the journal does not answer, so that it can be sent again later. */
    void fail(Throwable e) {
        if (e instanceof DataAccessException || e instanceof NotDurable) {
            refuse(e);
        } else {
            answer.completeExceptionally(e);
        }
    }

    /** Ends without the event being durable. */
    void refuse(Throwable cause) {
        LOG.warn("Events are refused: {}", cause.getMessage());
        answer.completeExceptionally(new IntakeUnavailable(
                "The event cannot be made durable now\nMaybe the database is down; send the event again later", cause));
    }
}

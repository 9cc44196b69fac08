package org.quanzu.assessment;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessment.Intake.Answer;
import org.quanzu.assessor.SeenEvents;
import org.quanzu.event.Event;
import org.quanzu.eventjson.EventJson;
import org.quanzu.scoring.Assessment;

/** An event being taken, with its canonical form and the answer somebody waits for. */
final class IntakeRequest {
    private static final int MOST_TRIES = 5;

    private final Event event;
    private final byte[] body;
    private final long content;
    private final long receivedMillis;
    private final long startNanos = System.nanoTime();
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private volatile @Nullable Assessment assessment;
    private int tries;

    IntakeRequest(Event event, long receivedMillis) {
        this.event = event;
        this.receivedMillis = receivedMillis;
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
}

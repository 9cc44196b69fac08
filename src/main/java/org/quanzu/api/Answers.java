package org.quanzu.api;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.quanzu.api.metrics.EventMetrics;
import org.quanzu.assessment.Intake;
import org.quanzu.assessment.Intake.Answer;
import org.quanzu.assessment.IntakeUnavailable;
import org.quanzu.event.Event;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Answers one event within the latency budget: when scoring takes longer, by the last known level, and the event goes on.
 * The request's own thread waits: an asynchronous answer would cost a second dispatch and thread, which is more than a
 * blocked platform thread costs at the few dozen connections a bank keeps open.
 */
@Component
final class Answers {
    private final Intake intake;
    private final EventMetrics metrics;
    private final long budgetMillis;

    Answers(Intake intake, EventMetrics metrics, @Value("${quanzu.latency-budget-millis:300}") long budgetMillis) {
        this.intake = intake;
        this.metrics = metrics;
        this.budgetMillis = budgetMillis;
    }

    byte[] answer(Event event) {
        metrics.received(event);
        try {
            Answer answer = await(intake.take(event), budgetMillis);
            if (answer.repeated()) {
                metrics.repeated(event);
            }
            return answer.json();
        } catch (TimeoutException e) {
            metrics.degraded(event);
            return intake.lastKnown(event).json();
        }
    }

    /** The answer once it is there; fails as the intake failed. */
    static Answer await(Future<Answer> answer, long millis) throws TimeoutException {
        try {
            return answer.get(millis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("The intake failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IntakeUnavailable("The server is going down", e);
        }
    }
}

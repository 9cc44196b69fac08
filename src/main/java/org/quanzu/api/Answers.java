package org.quanzu.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.quanzu.api.metrics.EventMetrics;
import org.quanzu.assessment.Intake;
import org.quanzu.assessment.Intake.Accepted;
import org.quanzu.assessment.Intake.Answer;
import org.quanzu.assessment.IntakeUnavailable;
import org.quanzu.event.Event;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Answers one event within the latency budget, counted from the first byte of the request: 200 once it is on disk, 202 with
 * what is known by then, and the event goes on. The request's own thread waits: an asynchronous answer would cost a second
 * dispatch and thread, which is more than a blocked platform thread costs at the few dozen connections a bank keeps open.
 */
@Component
public final class Answers {
    /** The attribute of a request that says when its first byte came, in {@link System#nanoTime()}. */
    public static final String STARTED = "org.quanzu.started";

    private static final int ACCEPTED = 202;

    private final Intake intake;
    private final EventMetrics metrics;
    private final long budgetNanos;

    Answers(Intake intake, EventMetrics metrics, @Value("${quanzu.latency-budget-millis:300}") long budgetMillis) {
        this.intake = intake;
        this.metrics = metrics;
        budgetNanos = TimeUnit.MILLISECONDS.toNanos(budgetMillis);
    }

    void answer(Event event, HttpServletRequest request, HttpServletResponse response) throws IOException {
        metrics.received(event);
        Accepted accepted = intake.accept(event);
        try {
            Answer answer = await(accepted.answer(), left(request));
            if (answer.repeated()) {
                metrics.repeated(event);
            }
            Body.write(response, answer.json());
        } catch (TimeoutException e) {
            metrics.degraded(event);
            Body.write(response, ACCEPTED, Body.JSON, accepted.known().get().json());
        }
    }

    private long left(HttpServletRequest request) {
        return request.getAttribute(STARTED) instanceof Long started
                ? Math.max(0, budgetNanos - (System.nanoTime() - started))
                : budgetNanos;
    }

    /** The answer once it is there; fails as the intake failed. */
    static Answer await(Future<Answer> answer, long nanos) throws TimeoutException {
        try {
            return answer.get(nanos, TimeUnit.NANOSECONDS);
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

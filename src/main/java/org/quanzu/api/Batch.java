package org.quanzu.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.quanzu.api.metrics.EventMetrics;
import org.quanzu.assessment.Intake;
import org.quanzu.assessment.Intake.Answer;
import org.quanzu.event.Event;
import org.quanzu.eventjson.EventReader;
import org.quanzu.eventjson.InvalidJson;
import org.quanzu.problem.Problem;
import org.quanzu.problem.ProblemKind;
import org.quanzu.problem.Refused;

/**
 * Many events, one per line, and one line of answer for each, in order. Up to {@value #WINDOW} are under way at once, so
 * that one commit serves many. All lines are here by now: many clients read nothing before they have sent everything.
 */
final class Batch {
    static final int WINDOW = 256;
    private static final long PATIENCE_MILLIS = 30_000;

    private final Intake intake;
    private final EventMetrics metrics;
    private final EventReader reader;
    private final String source;
    private final OutputStream out;
    private final Deque<Taken> underWay = new ArrayDeque<>(WINDOW);

    Batch(Intake intake, EventMetrics metrics, EventReader reader, String source, OutputStream out) {
        this.intake = intake;
        this.metrics = metrics;
        this.reader = reader;
        this.source = source;
        this.out = out;
    }

    private record Taken(int line, CompletableFuture<Answer> answer) {}

    void take(InputStream in) throws IOException {
        Lines lines = new Lines(in, Body.EVENT_BYTES);
        int last = 0;
        try {
            for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                last = line.number();
                underWay.add(new Taken(last, take(line)));
                answer(WINDOW - 1);
            }
        } catch (Refused e) {
            underWay.add(new Taken(last + 1, CompletableFuture.failedFuture(cutShort(e))));
        }
        answer(0);
    }

    /** A batch that grows beyond what is allowed ends there; what was taken before is answered all the same. */
    private static Refused cutShort(Refused e) {
        return new Refused(e.kind(), e.getMessage() + "\nMaybe send this line and those after it in another batch");
    }

    private CompletableFuture<Answer> take(Lines.Line line) {
        try {
            if (line.bytes() == null) {
                throw new Refused(
                        ProblemKind.TOO_LARGE,
                        "The line has more than " + Body.EVENT_BYTES + " bytes\nMaybe a line end is missing in it");
            }
            Event event = reader.read(line.bytes(), source);
            metrics.received(event);
            return intake.take(event).whenComplete((answer, failure) -> note(event, answer));
        } catch (InvalidJson e) {
            return CompletableFuture.failedFuture(e.inLine(line.number()));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Writes what is answered from the front, and waits while more than {@code allowed} are under way. */
    private void answer(int allowed) throws IOException {
        while (!underWay.isEmpty()
                && (underWay.size() > allowed || underWay.getFirst().answer().isDone())) {
            Taken first = underWay.removeFirst();
            write(result(first));
        }
    }

    private void note(Event event, @Nullable Answer answer) {
        if (answer != null && answer.repeated()) {
            metrics.repeated(event);
        }
    }

    private byte[] result(Taken taken) {
        try {
            return Answers.await(taken.answer(), TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS))
                    .json();
        } catch (TimeoutException e) {
            return refused(Problem.of(ProblemKind.UNAVAILABLE, "No answer in time\nMaybe send the event again"), taken);
        } catch (RuntimeException e) {
            return refused(Problem.of(e), taken);
        }
    }

    private byte[] refused(Problem problem, Taken taken) {
        metrics.refused(problem);
        return problem.inLine(taken.line()).json();
    }

    private void write(byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
    }
}

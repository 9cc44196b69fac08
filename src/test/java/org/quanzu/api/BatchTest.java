package org.quanzu.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quanzu.api.metrics.EventMetrics;
import org.quanzu.assessment.ConflictingEvent;
import org.quanzu.assessment.Intake;
import org.quanzu.event.EventKey;
import org.quanzu.eventjson.EventReader;
import org.quanzu.problem.ProblemKind;
import org.quanzu.problem.Refused;
import org.quanzu.testkit.InMemoryIntake;
import org.quanzu.testkit.Problems;
import org.springframework.http.HttpMethod;

class BatchTest {
    private final InMemoryIntake intake = new InMemoryIntake();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final EventMetrics metrics = new EventMetrics(meters, Calls.CLOCK, Set.of("amount"));

    private static String call(String id) {
        return Calls.CALL.replace("\n", "").replace("c-1", id);
    }

    private List<String> take(String body) {
        return take(new ByteArrayInputStream(body.getBytes(UTF_8)));
    }

    private List<String> take(InputStream body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new Batch(intake, metrics, new EventReader(Calls.CLOCK), "bank", out).take(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(UTF_8).lines().toList();
    }

    @Test
    void answersEveryLineInOrderAndSkipsBlankOnes() {
        List<String> answers = take(call("a") + "\n\n  \r\n" + call("b") + "\r\n" + call("c"));

        assertThat(answers).containsExactly("{\"eventId\":\"a\"}", "{\"eventId\":\"b\"}", "{\"eventId\":\"c\"}");
    }

    @Test
    void spoilsOnlyTheBadLines() {
        intake.failFor("used", new ConflictingEvent(new EventKey("bank", "used")));

        List<String> answers = take(String.join(
                "\n",
                call("a"),
                "{broken",
                call("b").replace("\"IN\"", "\"UP\""),
                call("x".repeat(70_000)),
                "[]",
                call("used"),
                call("c").replace("\"type\":\"call\",", ""),
                call("d")));

        assertThat(answers).hasSize(8);
        assertThat(answers.get(0)).contains("\"eventId\":\"a\"");
        assertThat(answers.get(1)).startsWith("{\"line\":2").contains("malformed-json", "at line 2");
        assertThat(answers.get(2)).startsWith("{\"line\":3").contains("invalid-body", "/direction");
        assertThat(answers.get(3)).startsWith("{\"line\":4").contains("too-large");
        assertThat(answers.get(4)).startsWith("{\"line\":5").contains("malformed-json");
        assertThat(answers.get(5)).startsWith("{\"line\":6").contains("conflicting-event", "409");
        assertThat(answers.get(6)).startsWith("{\"line\":7").contains("/type");
        assertThat(answers.get(7)).contains("\"eventId\":\"d\"");
        assertThat(intake.taken()).hasSize(2);
    }

    @Test
    void endsWhereTheBatchGrowsTooLarge() {
        InputStream endless =
                new SequenceInputStream(new ByteArrayInputStream((call("a") + "\n").getBytes(UTF_8)), new TooLarge());

        List<String> answers = take(endless);

        assertThat(answers).hasSize(2).first().isEqualTo("{\"eventId\":\"a\"}");
        assertThat(answers.get(1)).startsWith("{\"line\":2").contains("too-large", "in another batch");
        Problems.assertProblem(answers.get(1), 413);
    }

    private static final class TooLarge extends InputStream {
        @Override
        public int read() {
            throw new Refused(ProblemKind.TOO_LARGE, "The body is too large");
        }
    }

    @Test
    void keepsTheOrderWhereALaterEventIsAnsweredFirst() {
        CompletableFuture<Intake.Answer> first = intake.waitFor("a");
        intake.waitFor("b").complete(InMemoryIntake.answer("b"));
        intake.waitFor("c").thenAccept(answer -> first.complete(InMemoryIntake.answer("a")));
        intake.waitFor("c").complete(InMemoryIntake.answer("c"));

        List<String> answers = take(call("a") + "\n" + call("b") + "\n" + call("c"));

        assertThat(answers).containsExactly("{\"eventId\":\"a\"}", "{\"eventId\":\"b\"}", "{\"eventId\":\"c\"}");
    }

    @Test
    void hasABoundedNumberUnderWay() {
        CompletableFuture<Intake.Answer> first = intake.waitFor("0");
        CompletableFuture<List<String>> batch = CompletableFuture.supplyAsync(() -> take(
                IntStream.range(0, 1000).mapToObj(i -> call(String.valueOf(i))).collect(Collectors.joining("\n"))));

        org.awaitility.Awaitility.await().until(() -> intake.taken().size() == Batch.WINDOW);
        first.complete(InMemoryIntake.answer("0"));

        assertThat(batch.join()).hasSize(1000).startsWith("{\"eventId\":\"0\"}").endsWith("{\"eventId\":\"999\"}");
    }

    @Test
    void isReachedAtItsAddress() {
        Calls calls = new Calls();

        var answer = calls.send(
                HttpMethod.POST, "/events", "application/x-ndjson", call("a").getBytes(UTF_8));
        var other = calls.post("/events", call("a"));

        assertThat(answer)
                .hasStatusOk()
                .hasContentType("application/x-ndjson")
                .bodyText()
                .isEqualTo("{\"eventId\":\"a\"}\n");
        Calls.assertProblem(other, 415, "unsupported-media-type");
    }
}

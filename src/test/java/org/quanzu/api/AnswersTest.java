package org.quanzu.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quanzu.api.metrics.EventMetrics;
import org.quanzu.event.Event;
import org.quanzu.testkit.BankEvents;
import org.quanzu.testkit.InMemoryIntake;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class AnswersTest {
    private static final Event EVENT = BankEvents.payment("t-1", "p-1", "10");

    private final InMemoryIntake intake = new InMemoryIntake();
    private final Answers answers = new Answers(
            intake,
            new EventMetrics(new SimpleMeterRegistry(), Clock.systemUTC(), Set.of()),
            Duration.ofDays(1).toMillis());
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void saysOkOnlyOfWhatIsStored() throws IOException {
        answers.answer(EVENT, request, response);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString()).isEqualTo("{\"eventId\":\"t-1\"}");
    }

    @Test
    void countsTheBudgetFromTheFirstByteOfTheRequest() throws IOException {
        var answer = intake.waitFor("t-1");
        request.setAttribute(
                Answers.STARTED, System.nanoTime() - Duration.ofDays(2).toNanos());

        answers.answer(EVENT, request, response);

        assertThat(response.getStatus()).isEqualTo(202);
        assertThat(response.getContentAsString()).contains("\"degraded\":true");
        assertThat(answer).isNotDone();
    }
}

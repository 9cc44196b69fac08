package org.quanzu.api.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.BankEvents.NOON;
import static org.quanzu.testkit.BankEvents.payment;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quanzu.event.Event;
import org.quanzu.event.Header;
import org.quanzu.event.PersonRef;
import org.quanzu.event.TransactionEvent.Status;
import org.quanzu.event.TransactionStatusEvent;
import org.quanzu.eventjson.Fault;
import org.quanzu.eventjson.InvalidBody;
import org.quanzu.problem.Problem;
import org.quanzu.problem.ProblemKind;
import org.quanzu.testkit.SettableClock;

class EventMetricsTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SettableClock clock = new SettableClock(NOON.toInstant());
    private final EventMetrics metrics =
            new EventMetrics(meters, clock, Set.of("events", "counterparty", "account", "amount"));

    private static Event from(String source) {
        return new TransactionStatusEvent(
                new Header("s-1", source, PersonRef.ofId("p-1"), NOON), "t-1", Status.COMPLETED);
    }

    @Test
    void measuresHowOldOrFarAheadTheEventsOfASourceAre() {
        clock.advance(Duration.ofMillis(1500));
        metrics.received(payment("t-1", "p-1", "10"));
        clock.advance(Duration.ofMinutes(-1));
        metrics.received(payment("t-2", "p-1", "10"));

        assertThat(meters.get("quanzu.event.delay").tag("source", "bank-1").summary().totalAmount())
                .isEqualTo(1.5);
        assertThat(meters.get("quanzu.event.ahead").tag("source", "bank-1").summary().totalAmount())
                .isEqualTo(58.5);
    }

    @Test
    void countsRepeatsAndAnswersInHasteBySource() {
        metrics.repeated(from("bank-1"));
        metrics.repeated(from("bank-1"));
        metrics.degraded(from("bank-2"));

        assertThat(meters.get("quanzu.events.repeated").tag("source", "bank-1").counter().count())
                .isEqualTo(2);
        assertThat(meters.get("quanzu.events.degraded").tag("source", "bank-2").counter().count())
                .isEqualTo(1);
    }

    @Test
    void countsRefusalsByProblemAndField() {
        metrics.refused(Problem.of(new InvalidBody(List.of(
                new Fault("/events/3/counterparty/account", "is missing"), new Fault("/made-up", "is not known")))));
        metrics.refused(Problem.of(ProblemKind.TOO_LARGE, null));

        assertThat(meters.getMeters())
                .extracting(Meter::getId)
                .extracting(id -> id.getTag("problem") + " " + id.getTag("field"))
                .containsExactlyInAnyOrder(
                        "invalid-body events.counterparty.account", "invalid-body other", "too-large none");
    }

    @Test
    void keepsTheNumberOfSourcesBounded() {
        for (int i = 0; i < 200; i++) {
            metrics.degraded(from("source-" + i));
        }

        assertThat(meters.find("quanzu.events.degraded").counters()).hasSize(51);
        assertThat(meters.get("quanzu.events.degraded").tag("source", "other").counter().count())
                .isEqualTo(150);
    }
}

package org.quanzu.outreach.automatic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.BankEvents.NOON;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quanzu.event.CallEvent.State;
import org.quanzu.event.Event;
import org.quanzu.event.PersonRef;
import org.quanzu.journal.consumer.DeliveredRecord;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Assessment.PlanStep;
import org.quanzu.scoring.Decision;
import org.quanzu.testkit.BankEvents;

class AutoMessageTest {
    private static final PersonRef PERSON = PersonRef.ofId("p-1");
    private static final int NINETY_MINUTES = 90 * 60;

    private record Content(Event event) implements DeliveredRecord.Content {
        @Override
        public byte[] bytes() {
            return new byte[0];
        }
    }

    /** What is said of {@code event}, received and looked at so many minutes after noon. */
    private static @Nullable AutoMessage of(Event event, int receivedMinutes, int nowMinutes) {
        DeliveredRecord record = new DeliveredRecord(
                1, DeliveredRecord.Kind.EVENT, "p-1", noon(receivedMinutes), null, false, new Content(event));
        return AutoMessage.of(assessment(event), record, noon(nowMinutes));
    }

    private static Assessment assessment(Event event) {
        return new Assessment(
                "a-1",
                "p-1",
                event.header().eventId(),
                event.occurredAt(),
                "RED",
                "loan",
                80,
                Map.of(),
                null,
                true,
                Decision.HOLD,
                null,
                BigDecimal.ZERO,
                List.of(new PlanStep("SEND_MESSAGE", "FLASH", "AUTOMATIC", event.occurredAt(), "loan")),
                List.of(),
                List.of(),
                "v1",
                null,
                false,
                List.of(),
                List.of(),
                false,
                List.of());
    }

    private static Instant noon(int minutes) {
        return NOON.toInstant().plus(Duration.ofMinutes(minutes));
    }

    @Test
    void lapsesAnHourAfterTheEvent() {
        Event payment = BankEvents.payment("t-1", PERSON, "20000", "acc-1", NOON);

        assertThat(of(payment, 60, 60)).isNotNull().returns(noon(60), AutoMessage::lapses);
        assertThat(of(payment, 61, 61)).isNull();
        assertThat(of(payment, 0, 61)).isNull();
    }

    @Test
    void lapsesAnHourAfterTheEndOfACall() {
        Event call = BankEvents.call("c-1", PERSON, "c-1", State.ENDED, NINETY_MINUTES, NOON);

        assertThat(of(call, 90, 90)).isNotNull().returns(noon(150), AutoMessage::lapses);
        assertThat(of(call, 151, 151)).isNull();
    }

    @Test
    void lapsesAnHourAfterItWasReceivedWhateverTheEventSays() {
        Event ahead = BankEvents.payment("t-1", PERSON, "20000", "acc-1", NOON.plusHours(10));
        Event call = BankEvents.call("c-1", PERSON, "c-1", State.ENDED, NINETY_MINUTES, NOON);

        assertThat(of(ahead, 0, 0)).isNotNull().returns(noon(60), AutoMessage::lapses);
        assertThat(of(call, 10, 10)).isNotNull().returns(noon(70), AutoMessage::lapses);
    }
}

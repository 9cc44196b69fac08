package org.quanzu.eventjson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quanzu.event.Event;
import org.quanzu.testkit.BankEvents;
import org.quanzu.testkit.Histories;

class EventJsonTest {

    @Test
    void isReadBackToTheSameBytes() {
        for (Event event : Histories.of(7, "p-1", 300)) {
            byte[] json = EventJson.write(event);

            Event again = StoredEventReader.read(json);

            assertThat(EventJson.write(again)).isEqualTo(json);
            assertThat(again.key()).isEqualTo(event.key());
            assertThat(again.occurredAt()).isEqualTo(event.occurredAt());
        }
    }

    @Test
    void isTheSameForTheSameAmountWrittenOtherwise() {
        byte[] some = EventJson.write(BankEvents.payment("t-1", "p-1", "100"));
        byte[] other = EventJson.write(BankEvents.payment("t-1", "p-1", "100.00"));

        assertThat(other).isEqualTo(some);
        assertThat(new String(some, java.nio.charset.StandardCharsets.UTF_8)).contains("\"amount\":\"100\"");
    }
}

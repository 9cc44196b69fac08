package org.quanzu.assessment.intake;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.Event;
import org.quanzu.eventjson.Fault;
import org.quanzu.eventjson.InvalidBody;
import org.quanzu.fact.Surroundings;

/** What the receiving clock says of the times that events tell: some are too far ahead to be true. */
record ReceivingClock(Duration tolerance) {
    private static final long MOST_AHEAD_MILLIS = Duration.ofHours(24).toMillis();

    /** Why an event received at {@code receivedMillis} is refused, or null. */
    @Nullable InvalidBody refusal(Event event, long receivedMillis) {
        return aheadMillis(event, receivedMillis) <= MOST_AHEAD_MILLIS
                ? null
                : new InvalidBody(List.of(new Fault(
                        "/occurredAt",
                        "is " + event.occurredAt() + ", more than 24 hours after it was received"
                                + "\nMaybe the sender's clock is wrong, or the offset")));
    }

    /** {@code around} with the time the event was received, and whether it is further ahead of it than clocks differ. */
    Surroundings received(Surroundings around, Event event, long receivedMillis) {
        return around.receivedAt(receivedMillis, aheadMillis(event, receivedMillis) > tolerance.toMillis());
    }

    /** When the event happened as far as it can be true, in epoch milliseconds. */
    long believed(Event event, long receivedMillis) {
        return received(Surroundings.UNKNOWN, event, receivedMillis).timeOf(event);
    }

    private static long aheadMillis(Event event, long receivedMillis) {
        return event.occurredAt().toInstant().toEpochMilli() - receivedMillis;
    }
}

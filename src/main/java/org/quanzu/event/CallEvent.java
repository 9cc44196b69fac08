package org.quanzu.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One state of a call; the states of one call share {@code callId} and count as one call, as do its legs. The duration is in seconds and
 * unknown while the call is in progress. The number is raw; an empty one is a hidden number.
 */
public record CallEvent(
        Header header,
        String callId,
        Direction direction,
        String number,
        boolean answered,
        @Nullable Integer durationSeconds,
        State state)
        implements Event {

    public CallEvent {
        Check.id("/callId", callId);
        Check.required("/direction", direction);
        Check.text("/number", Check.required("/number", number), 64);
        Check.seconds("/durationSeconds", durationSeconds);
        Check.required("/state", state);
    }

    @Override
    public Instant overAt() {
        return occurredAt().toInstant().plusSeconds(durationSeconds == null ? 0 : durationSeconds);
    }

    @Override
    public String type() {
        return "call";
    }

    /** Where the call stands. */
    public enum State {
        RINGING,
        ACTIVE,
        ENDED
    }
}

package org.quanzu.event;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What every event has: an id unique within its source, the person, and the time with the offset it was given in. */
public record Header(String eventId, String source, PersonRef person, OffsetDateTime occurredAt) {

    public Header(
            @Nullable String eventId,
            @Nullable String source,
            @Nullable PersonRef person,
            @Nullable OffsetDateTime occurredAt) {
        this.eventId = Check.id("/eventId", eventId);
        this.source = Check.id("/source", source);
        this.person = Check.required("/personId", person);
        this.occurredAt = Check.required("/occurredAt", occurredAt);
        if (this.occurredAt.getYear() < 1990 || this.occurredAt.getYear() > 2200) {
            throw new InvalidEvent("/occurredAt", "lies in the year " + this.occurredAt.getYear());
        }
    }
}

package org.quanzu.eventjson;

import org.quanzu.canonical.NumberForm;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Event;
import org.quanzu.event.MessageEvent;

/** Codes that exist only at home, from a source that writes the country code before them as before any home number. */
final class HomeCodes {
    private HomeCodes() {}

    /** The event with such a code as it is dialled at home, so that it is not taken for forged. */
    static Event asDialled(Event event) {
        if (event instanceof CallEvent it) {
            return new CallEvent(
                    it.header(),
                    it.callId(),
                    it.direction(),
                    NumberForm.withoutCountryCode(it.number()),
                    it.answered(),
                    it.durationSeconds(),
                    it.state());
        }
        return event instanceof MessageEvent it
                ? new MessageEvent(
                        it.header(),
                        it.direction(),
                        NumberForm.withoutCountryCode(it.sender()),
                        it.channel(),
                        it.themes(),
                        it.hasLink())
                : event;
    }
}

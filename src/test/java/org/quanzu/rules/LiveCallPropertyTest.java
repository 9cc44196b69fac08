package org.quanzu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanzu.testkit.Events.NOON;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.quanzu.event.Event;
import org.quanzu.scoring.Assessment;
import org.quanzu.scoring.Assessment.Reason;
import org.quanzu.scoring.Decision;
import org.quanzu.testkit.Events;
import org.quanzu.testkit.ShippedRules;

class LiveCallPropertyTest {
    private static final String OVERSEAS = "+442079460958";

    @Test
    void holdsAPaymentAMillisecondIntoTheFortyFirstMinute() {
        OffsetDateTime ten = OffsetDateTime.parse("2026-03-05T10:00:00+08:00");

        Assessment answer = ShippedRules.last(List.of(
                Events.liveCall("c-1", ten, OVERSEAS),
                Events.payment("t-1", ten.plusMinutes(40).plusNanos(1_000_000), "8600", "ACC-1")));

        assertHeld(answer);
    }

    @Property(tries = 150)
    void holdsAPaymentWhileTheCallLastsWhateverTheMilliseconds(
            @ForAll @LongRange(max = 86_399_999) long beginMillis,
            @ForAll @LongRange(min = 30 * 60_000, max = 110 * 60_000) long lastsMillis) {
        OffsetDateTime begin = NOON.plus(Duration.ofMillis(beginMillis));

        Assessment answer = ShippedRules.last(List.of(
                Events.liveCall("c-1", begin, OVERSEAS),
                Events.payment("t-1", begin.plus(Duration.ofMillis(lastsMillis)), "8600", "ACC-1")));

        assertHeld(answer);
    }

    @Property(tries = 50)
    void holdsAPaymentWhileALegOfTheCallLasts(
            @ForAll @IntRange(max = 999) int firstMillis,
            @ForAll @IntRange(max = 4_000) int gapMillis,
            @ForAll @LongRange(min = 20 * 60_000, max = 110 * 60_000) long lastsMillis) {
        OffsetDateTime begin = NOON.plus(Duration.ofMillis(firstMillis));
        OffsetDateTime second = begin.plusMinutes(20).plus(Duration.ofMillis(gapMillis));

        List<Event> events = new ArrayList<>();
        events.add(Events.call("c-1", begin, OVERSEAS, 20 * 60));
        events.add(Events.liveCall("c-2", second, OVERSEAS));
        events.add(Events.payment("t-1", second.plus(Duration.ofMillis(lastsMillis)), "8600", "ACC-1"));

        assertHeld(ShippedRules.last(events));
    }

    private static void assertHeld(Assessment answer) {
        assertThat(answer.level()).isEqualTo("RED");
        assertThat(answer.decision()).isEqualTo(Decision.HOLD);
        assertThat(answer.reasons()).extracting(Reason::rule).contains("LOGI-001");
    }
}

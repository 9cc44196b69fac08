package org.quanzu.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanzu.event.Event;
import org.quanzu.fact.Attributes;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Surroundings;
import org.quanzu.testkit.Events;
import org.quanzu.testkit.ShippedRules;
import org.quanzu.watchlist.Watchlists;

class LocalHourTest {
    private static final OffsetDateTime THREE_AT_NIGHT = OffsetDateTime.parse("2026-03-05T03:00:00.250+08:00");

    @Test
    void tellsTheHourWhateverOffsetTheSenderWrote() {
        assertThat(fact(THREE_AT_NIGHT.withOffsetSameInstant(ZoneOffset.UTC), Attributes.NONE))
                .satisfies(fact -> {
                    assertThat(fact.getHour()).isEqualTo(3);
                    assertThat(fact.isNight()).isTrue();
                });
    }

    @Test
    void tellsTheHourOfTheZoneThePersonLivesIn() {
        assertThat(fact(THREE_AT_NIGHT, Attributes.NONE.in(ZoneId.of("Europe/Berlin"))))
                .satisfies(fact -> {
                    assertThat(fact.getHour()).isEqualTo(20);
                    assertThat(fact.isNight()).isFalse();
                });
    }

    @Test
    void answersTheSameWhateverOffsetTheSenderWrote() {
        List<Event> home = night(THREE_AT_NIGHT);
        List<Event> utc = night(THREE_AT_NIGHT.withOffsetSameInstant(ZoneOffset.UTC));

        assertThat(ShippedRules.answers(utc))
                .usingRecursiveComparison()
                .ignoringFields("occurredAt")
                .isEqualTo(ShippedRules.answers(home));
        assertThat(ShippedRules.last(utc).plan()).isNotEmpty();
    }

    private static List<Event> night(OffsetDateTime at) {
        return List.of(
                Events.call("c-1", at.minusMinutes(50), "+442079460958", 40 * 60),
                Events.payment("t-1", at, "8600", "ACC-1"));
    }

    private static Fact fact(OffsetDateTime at, Attributes attributes) {
        Profile nobody = Profile.empty("p-1").withAttributes(attributes);
        return Update.of(nobody, Events.payment("t-1", at, "10", "a"), Surroundings.UNKNOWN, Watchlists.EMPTY)
                .after()
                .facts()
                .get(0);
    }
}

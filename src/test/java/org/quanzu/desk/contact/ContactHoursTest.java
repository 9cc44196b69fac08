package org.quanzu.desk.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ContactHoursTest {
    private final ContactHours hours = new ContactHours(ZoneId.of("Asia/Shanghai"));

    @Test
    void isQuietFromTenInTheEveningToEightInTheMorning() {
        Instant morning = Instant.parse("2026-03-03T00:00:00Z");

        assertThat(hours.quietUntil(Instant.parse("2026-03-02T13:59:59Z"))).isNull();
        assertThat(hours.quietUntil(Instant.parse("2026-03-02T14:00:00Z"))).isEqualTo(morning);
        assertThat(hours.quietUntil(Instant.parse("2026-03-02T23:59:59Z"))).isEqualTo(morning);
        assertThat(hours.quietUntil(morning)).isNull();
    }

    @Test
    void countsDaysWherePeopleLive() {
        Instant evening = Instant.parse("2026-03-02T17:00:00Z");

        assertThat(hours.dayOf(evening)).isEqualTo(Instant.parse("2026-03-02T16:00:00Z"));
        assertThat(hours.tomorrow(evening)).isEqualTo(Instant.parse("2026-03-04T00:00:00Z"));
    }

    @Test
    void knowsARestWithinTheDayAndDaysWithoutANight() {
        ContactHours noon = new ContactHours(ZoneId.of("Asia/Shanghai"), LocalTime.of(13, 0), LocalTime.of(15, 0));
        ContactHours never = new ContactHours(ZoneId.of("Asia/Shanghai"), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

        assertThat(noon.quietUntil(Instant.parse("2026-03-02T05:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-02T07:00:00Z"));
        assertThat(noon.quietUntil(Instant.parse("2026-03-02T07:00:00Z"))).isNull();
        assertThat(never.quietUntil(Instant.parse("2026-03-02T16:00:00Z"))).isNull();
    }
}

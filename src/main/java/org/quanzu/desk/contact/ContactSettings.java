package org.quanzu.desk.contact;

import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** When people are left alone: where day and night are reckoned, and from when to when the night is. */
@ConfigurationProperties("quanzu.desk")
record ContactSettings(
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("22:00") LocalTime quietFrom,
        @DefaultValue("08:00") LocalTime quietUntil) {

    ContactHours hours() {
        return new ContactHours(zone, quietFrom, quietUntil);
    }
}

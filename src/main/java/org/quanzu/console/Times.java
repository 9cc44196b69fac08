package org.quanzu.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Times as a person says them, where the desk is: {@code quanzu.console.zone}, else {@code quanzu.zone}, else Asia/Shanghai. */
@Component("times")
public class Times {
    private static final List<Integer> SECONDS = List.of(86_400, 3_600, 60, 1);
    private static final List<String> KEYS = List.of("span.days", "span.hours", "span.minutes", "span.seconds");
    private final MessageSource messages;
    private final ZoneId zone;

    Times(MessageSource messages, Environment environment) {
        this.messages = messages;
        this.zone = ZoneId.of(environment.getProperty(
                "quanzu.console.zone", environment.getProperty("quanzu.zone", "Asia/Shanghai")));
    }

    public ZoneId zone() {
        return zone;
    }

    /** The time between two moments by its two largest parts, without a sign. */
    public String between(Instant one, Instant other, Locale locale) {
        var seconds = Duration.between(one, other).abs().toSeconds();
        var unit = 0;
        while (unit < SECONDS.size() - 1 && seconds < SECONDS.get(unit)) {
            unit++;
        }
        var whole = seconds / SECONDS.get(unit);
        var rest = seconds % SECONDS.get(unit) / SECONDS.get(Math.min(unit + 1, SECONDS.size() - 1));
        return messages.getMessage(KEYS.get(unit), new Object[] {whole, rest}, locale);
    }

    /** The last minute of a day. */
    public Instant endOf(LocalDate day) {
        return day.atTime(23, 59).atZone(zone).toInstant();
    }

    /** Day and time of a moment, to the second. */
    public String at(Instant moment, Locale locale) {
        return format("moment", moment, locale);
    }

    /** The day of a moment. */
    public String day(Instant moment, Locale locale) {
        return format("rules.day", moment, locale);
    }

    /** Day and time with the year. */
    public String full(Instant moment, Locale locale) {
        return format("moment.full", moment, locale);
    }

    private String format(String key, Instant moment, Locale locale) {
        var pattern = messages.getMessage(key, null, locale);
        return DateTimeFormatter.ofPattern(pattern, locale).format(moment.atZone(zone));
    }
}

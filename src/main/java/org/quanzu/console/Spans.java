package org.quanzu.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Spans of time as a person says them: the two largest parts, without a sign. */
@Component("spans")
public class Spans {
    private static final List<Integer> SECONDS = List.of(86_400, 3_600, 60, 1);
    private static final List<String> KEYS = List.of("span.days", "span.hours", "span.minutes", "span.seconds");
    private final MessageSource messages;

    Spans(MessageSource messages) {
        this.messages = messages;
    }

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
}

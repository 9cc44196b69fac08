package org.quanzu.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RepeatedLinesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private final RepeatedLines filter = new RepeatedLines();

    @Test
    void writesTheSameWarningOnceAMinute() {
        var first = filter.decide(line(Level.WARN, "The database is away", NOON));
        var again = filter.decide(line(Level.WARN, "The database is away", NOON.plusSeconds(59)));
        var later = filter.decide(line(Level.WARN, "The database is away", NOON.plus(Duration.ofMinutes(1))));

        assertThat(first).isEqualTo(FilterReply.NEUTRAL);
        assertThat(again).isEqualTo(FilterReply.DENY);
        assertThat(later).isEqualTo(FilterReply.NEUTRAL);
    }

    @Test
    void leavesOtherLinesAlone() {
        var warning = filter.decide(line(Level.WARN, "The database is away", NOON));
        var other = filter.decide(line(Level.ERROR, "A rule is wrong", NOON));
        var news = filter.decide(line(Level.INFO, "RED p-1", NOON));
        var sameNews = filter.decide(line(Level.INFO, "RED p-1", NOON));

        assertThat(warning).isEqualTo(other).isEqualTo(news).isEqualTo(sameNews).isEqualTo(FilterReply.NEUTRAL);
    }

    private static LoggingEvent line(Level level, String text, Instant at) {
        Logger logger = new LoggerContext().getLogger("org.quanzu.test");
        var line = new LoggingEvent("test", logger, level, text, null, new Object[0]);
        line.setInstant(at);
        return line;
    }
}

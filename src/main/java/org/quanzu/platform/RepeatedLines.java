package org.quanzu.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the same warning through once a minute, so that an outage does not fill the log with one line a request. */
final class RepeatedLines extends Filter<ILoggingEvent> {
    static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int REMEMBERED = 200;
    private final Map<String, Long> lastSaid = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Stands before everything that is written, once per process. */
    static void stand() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders().forEachRemaining(appender -> {
                if (appender.getCopyOfAttachedFiltersList().stream().noneMatch(RepeatedLines.class::isInstance)) {
                    var filter = new RepeatedLines();
                    filter.start();
                    appender.addFilter(filter);
                }
            });
        }
    }

    @Override
    public FilterReply decide(ILoggingEvent line) {
        return !line.getLevel().isGreaterOrEqual(Level.WARN) || isNew(line) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }

    private boolean isNew(ILoggingEvent line) {
        var failure = line.getThrowableProxy();
        var text = line.getLoggerName()
                + ' '
                + line.getFormattedMessage()
                + (failure == null ? "" : failure.getClassName() + failure.getMessage());
        synchronized (lastSaid) {
            var last = lastSaid.get(text);
            if (last != null && line.getTimeStamp() - last < PAUSE.toMillis()) {
                return false;
            }
            lastSaid.remove(text);
            lastSaid.put(text, line.getTimeStamp());
            return true;
        }
    }
}

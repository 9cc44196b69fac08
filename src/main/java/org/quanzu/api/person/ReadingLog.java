package org.quanzu.api.person;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.quanzu.api.ApiClient;
import org.quanzu.audit.AuditLog;
import org.springframework.stereotype.Component;

/** What callers read of persons goes to the audit log, once for a key, a person and ten minutes. */
@Component
public class ReadingLog {
    /** What is read within this counts as one reading. */
    static final Duration ONE_READING = Duration.ofMinutes(10);

    private static final int READINGS = 20_000;

    private final AuditLog audit;
    private final Clock clock;
    private final Map<String, Instant> readings = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > READINGS;
        }
    };

    public ReadingLog(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** The client reads something about this person. */
    public void read(ApiClient client, String personId) {
        Instant now = clock.instant();
        String reading = client.name() + '\n' + personId;
        synchronized (readings) {
            Instant last = readings.get(reading);
            if (last != null && last.plus(ONE_READING).isAfter(now)) {
                return;
            }
            readings.remove(reading);
            readings.put(reading, now);
        }
        audit.record("key:" + client.name(), "person.read", "person:" + personId);
    }
}

package org.quanzu.desk.timeline;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.quanzu.desk.timeline.JdbcRecorded.Recorded;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Event;

/** Reads timelines from the events as the journal wrote them. */
final class JdbcTimelines implements Timelines {
    private final JdbcRecorded events;

    JdbcTimelines(JdbcRecorded events) {
        this.events = events;
    }

    @Override
    public Timeline of(String personId, Instant since, int limit) {
        List<Recorded> recorded = events.latest(personId, since, limit);
        Latest latest = recorded.stream()
                .map(Recorded::answer)
                .filter(Objects::nonNull)
                .findFirst()
                .map(AnswerReader::read)
                .orElse(null);
        Set<String> evidence = new HashSet<>();
        if (latest != null) {
            latest.reasons().forEach(reason -> evidence.addAll(reason.events()));
        }
        return new Timeline(moments(recorded, evidence), latest);
    }

    /** In order of time; of the states of one call only the last one. */
    private static List<Moment> moments(List<Recorded> latestFirst, Set<String> evidence) {
        Map<String, Moment> moments = new LinkedHashMap<>();
        for (Recorded recorded : latestFirst) {
            Moment moment = Moments.of(recorded.event(), recorded.level(), evidence);
            if (moment != null) {
                moments.merge(key(recorded.event()), moment, Moment::after);
            }
        }
        return moments.values().stream()
                .sorted(Comparator.comparing(Moment::at).thenComparing(Moment::eventId))
                .toList();
    }

    private static String key(Event event) {
        String source = event.header().source();
        return event instanceof CallEvent call
                ? "call " + source + " " + call.callId()
                : "event " + source + " " + event.header().eventId();
    }
}

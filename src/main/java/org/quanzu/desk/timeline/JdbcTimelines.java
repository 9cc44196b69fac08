package org.quanzu.desk.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.CallEvent;
import org.quanzu.event.Event;
import org.quanzu.journal.EventReader;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads timelines from the events as the journal wrote them. */
final class JdbcTimelines implements Timelines {
    private static final String EVENTS = """
            select body, level, assessment from events
            where person_id in (select ?::text union select person_id from persons where merged_into = ?)
                and day >= ? and received_at >= ?
            order by occurred_at desc, seq desc limit ?""";

    private final JdbcTemplate jdbc;

    JdbcTimelines(DataSource database) {
        jdbc = new JdbcTemplate(database);
    }

    private record Recorded(Event event, String level, byte @Nullable [] answer) {}

    @Override
    public Timeline of(String personId, Instant since, int limit) {
        List<Recorded> recorded = jdbc.query(
                EVENTS,
                (row, i) -> recorded(row),
                personId,
                personId,
                since.atOffset(ZoneOffset.UTC).toLocalDate(),
                Timestamp.from(since),
                limit);
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

    private static Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(EventReader.read(row.getBytes("body")), row.getString("level"), row.getBytes("assessment"));
    }

    /** In order of time; of the states of one call only the last one. */
    private static List<Moment> moments(List<Recorded> latestFirst, Set<String> evidence) {
        Map<String, Moment> moments = new LinkedHashMap<>();
        for (Recorded recorded : latestFirst) {
            Moment moment = Moments.of(recorded.event(), recorded.level(), evidence);
            if (moment != null) {
                moments.merge(
                        key(recorded.event()),
                        moment,
                        (later, earlier) -> earlier.evidence()
                                ? new Moment(
                                        later.eventId(),
                                        later.type(),
                                        later.at(),
                                        later.direction(),
                                        later.detail(),
                                        later.amount(),
                                        later.seconds(),
                                        later.other(),
                                        later.level(),
                                        true)
                                : later);
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

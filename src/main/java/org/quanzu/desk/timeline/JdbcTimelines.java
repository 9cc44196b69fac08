package org.quanzu.desk.timeline;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.quanzu.desk.timeline.JdbcRecorded.Recorded;
import org.quanzu.rules.RuleSets;

/** Reads timelines from the events as the journal wrote them. */
final class JdbcTimelines implements Timelines {
    private final JdbcRecorded events;
    private final RuleSets ruleSets;

    JdbcTimelines(JdbcRecorded events, RuleSets ruleSets) {
        this.events = events;
        this.ruleSets = ruleSets;
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
        List<Moment> moments =
                new Moments(recorded, evidence, ruleSets.current().watchlists()).all();
        return new Timeline(
                moments.stream()
                        .sorted(Comparator.comparing(Moment::at).thenComparing(Moment::eventId))
                        .toList(),
                latest);
    }
}

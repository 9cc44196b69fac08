package org.quanzu.assessment.intake;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessment.AssessmentJson;
import org.quanzu.assessment.Intake.Sent;
import org.quanzu.assessment.IntakeUnavailable;
import org.quanzu.event.EventKey;
import org.quanzu.eventjson.EventJson;
import org.quanzu.eventjson.StoredEventReader;
import org.quanzu.journal.EventStore;
import org.quanzu.journal.EventStore.First;
import org.springframework.dao.DataAccessException;

/** Durable events and their first answers, looked up by key; fails with {@link IntakeUnavailable} without the database. */
final class EventLookup {
    private final EventStore history;

    EventLookup(EventStore history) {
        this.history = history;
    }

    Optional<String> personOf(EventKey key) {
        return whileAvailable(() -> history.find(key)).map(First::personId);
    }

    Optional<Sent> sent(EventKey key) {
        return whileAvailable(() -> history.find(key))
                .map(first -> new Sent(
                        first.personId(),
                        EventJson.asTold(StoredEventReader.read(first.body())),
                        AssessmentJson.again(first)));
    }

    Optional<EventKey> keyOf(UUID assessmentId) {
        return whileAvailable(() -> history.keyOf(assessmentId));
    }

    private static <T> Optional<T> whileAvailable(Supplier<@Nullable T> look) {
        try {
            return Optional.ofNullable(look.get());
        } catch (DataAccessException e) {
            throw new IntakeUnavailable("The event cannot be looked up now\nMaybe the database is down", e);
        }
    }
}

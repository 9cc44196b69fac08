package org.quanzu.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.quanzu.assessment.Intake;
import org.quanzu.event.Event;
import org.quanzu.event.EventKey;
import org.quanzu.eventjson.EventJson;
import org.quanzu.scoring.Assessment;

/** An intake that keeps what it took and answers with the event's id; single events can be made to fail or to wait. */
public final class InMemoryIntake implements Intake {
    private final List<Event> taken = new ArrayList<>();
    private final Map<String, RuntimeException> failures = new HashMap<>();
    private final Map<String, CompletableFuture<Answer>> waiting = new HashMap<>();

    public void failFor(String eventId, RuntimeException failure) {
        failures.put(eventId, failure);
    }

    /** Leaves the event unanswered until the future returned is completed. */
    public CompletableFuture<Answer> waitFor(String eventId) {
        return waiting.computeIfAbsent(eventId, id -> new CompletableFuture<>());
    }

    public List<Event> taken() {
        return taken;
    }

    @Override
    public CompletableFuture<Answer> take(Event event) {
        String eventId = event.header().eventId();
        if (failures.containsKey(eventId)) {
            return CompletableFuture.failedFuture(failures.get(eventId));
        }
        taken.add(event);
        return waiting.getOrDefault(eventId, CompletableFuture.completedFuture(answer(eventId)));
    }

    public static Answer answer(String eventId) {
        return new Answer(("{\"eventId\":\"" + eventId + "\"}").getBytes(UTF_8), false);
    }

    @Override
    public Optional<Sent> sent(EventKey key) {
        return taken.stream()
                .filter(event -> event.key().equals(key))
                .findFirst()
                .map(event -> new Sent(
                        "p-1", EventJson.asTold(event), answer(key.eventId()).json()));
    }

    @Override
    public Optional<EventKey> keyOf(UUID assessmentId) {
        return taken.stream()
                .map(Event::key)
                .filter(key -> Assessment.idOf(key).equals(assessmentId.toString()))
                .findFirst();
    }

    @Override
    public Answer lastKnown(Event event) {
        return new Answer("{\"degraded\":true}".getBytes(UTF_8), false);
    }
}

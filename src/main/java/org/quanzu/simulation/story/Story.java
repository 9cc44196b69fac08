package org.quanzu.simulation.story;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanzu.event.Event;
import org.quanzu.fact.Attributes;
import org.quanzu.fact.Surroundings;
import org.quanzu.scoring.Text;
import org.quanzu.simulation.Deployment;

/** A simulated episode of one person: events in the order they arrive, and what the assessments must say. */
public record Story(
        String folder,
        String name,
        Text title,
        Attributes attributes,
        List<Step> steps,
        List<Expectation> expectations) {

    public Story {
        steps = List.copyOf(steps);
        expectations = List.copyOf(expectations);
    }

    public String path() {
        return folder + "/" + name;
    }

    /** An event and what was known around it when it arrived. */
    public record Step(Event event, Surroundings surroundings) {}

    /** What one assessment (or every one, {@code *}) must say; null and empty say nothing. */
    public record Expectation(
            int line,
            String eventId,
            @Nullable String atLeast,
            @Nullable String atMost,
            @Nullable String family,
            @Nullable String decision,
            Set<String> rules,
            Set<String> notRules,
            Deployment deployment) {
        static final String EVERY = "*";

        boolean speaksOf(String id) {
            return eventId.equals(EVERY) || eventId.equals(id);
        }
    }
}

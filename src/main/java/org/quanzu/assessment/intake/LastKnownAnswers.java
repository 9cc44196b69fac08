package org.quanzu.assessment.intake;

import java.time.InstantSource;
import java.util.Objects;
import org.quanzu.assessment.Intake.Answer;
import org.quanzu.assessor.CurrentLevel;
import org.quanzu.event.Event;
import org.quanzu.person.Identities;
import org.quanzu.personcache.CachedPerson;
import org.quanzu.personcache.PersonCache;

/** The degraded answer from the level in force of a person in memory; waits for nothing. */
final class LastKnownAnswers {
    private final Identities identities;
    private final PersonCache persons;
    private final DegradedAnswers degraded;
    private final InstantSource clock;

    LastKnownAnswers(Identities identities, PersonCache persons, DegradedAnswers degraded, InstantSource clock) {
        this.identities = identities;
        this.persons = persons;
        this.degraded = degraded;
        this.clock = clock;
    }

    Answer answer(Event event) {
        String personId = identities.remembered(event.header().person());
        CachedPerson person = personId == null ? null : persons.peek(personId);
        String into = person == null ? null : person.state().mergedInto();
        if (into != null) {
            personId = into;
            person = persons.peek(into);
        }
        long now = clock.millis();
        CurrentLevel level =
                person == null ? CurrentLevel.NONE : person.state().level().at(now);
        return new Answer(degraded.answer(event, Objects.requireNonNullElse(personId, ""), level, now), false);
    }
}

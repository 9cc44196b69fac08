package org.quanzu.testkit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanzu.api.person.CallerPersons;
import org.quanzu.assessment.Persons.Feedback;
import org.quanzu.assessment.Persons.PersonView;
import org.quanzu.assessment.Persons.Telling;

/** Persons of a caller who may see and change them all. */
public final class InMemoryCallerPersons implements CallerPersons {
    private static final String SOURCE = "bank";

    public final InMemoryPersons persons = new InMemoryPersons();

    @Override
    public Optional<Seen> find(String personId) {
        return persons.find(personId).map(this::seen);
    }

    @Override
    public Seen tell(String personId, Change change) {
        return seen(persons.tell(personId, new Telling(SOURCE, false, change.all(), change.current(), change.made())));
    }

    @Override
    public Seen merge(String personId, String otherId, @Nullable String reason) {
        return seen(persons.merge(personId, otherId, () -> {}));
    }

    @Override
    public Seen separate(String personId, String otherId, @Nullable String reason) {
        return seen(persons.separate(personId, otherId, () -> {}));
    }

    @Override
    public void learn(String personId, Feedback feedback) {
        persons.learn(personId, SOURCE, feedback);
    }

    private Seen seen(PersonView view) {
        return new Seen(view, persons.versionOf(view.personId()));
    }
}

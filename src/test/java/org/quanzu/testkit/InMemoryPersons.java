package org.quanzu.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanzu.assessment.PersonAttributes;
import org.quanzu.assessment.Persons;
import org.springframework.beans.factory.annotation.Qualifier;

/** Persons as they were told about, without a history. */
@Qualifier("ofCaller") public final class InMemoryPersons implements Persons {
    private final Map<String, PersonAttributes> told = new HashMap<>();
    private final List<String> askedFor = new ArrayList<>();
    private final List<Feedback> learnt = new ArrayList<>();

    /** Of which source, or of all, persons were looked for to be shown, in order. */
    public List<String> askedFor() {
        return List.copyOf(askedFor);
    }

    public List<Feedback> learnt() {
        return learnt;
    }

    @Override
    public Optional<PersonView> find(String personId) {
        askedFor.add("all");
        return known(personId);
    }

    private Optional<PersonView> known(String personId) {
        return Optional.ofNullable(told.get(personId)).map(attributes -> view(personId, attributes));
    }

    @Override
    public Optional<PersonView> find(String personId, String source) {
        askedFor.add(source);
        return known(personId);
    }

    @Override
    public PersonView tell(String personId, PersonAttributes attributes) {
        told.put(personId, attributes);
        return view(personId, attributes);
    }

    @Override
    public void learn(String personId, String source, Feedback feedback) {
        learnt.add(feedback);
    }

    private static PersonView view(String personId, PersonAttributes attributes) {
        return new PersonView(personId, false, "NONE", null, 0, null, null, Map.of(), 0, 0, attributes);
    }
}

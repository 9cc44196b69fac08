package org.quanzu.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanzu.assessment.PersonChangeRefused;
import org.quanzu.assessment.Persons;
import org.quanzu.person.source.PersonAttributes;

/** Persons as they were told about, without a history. */
public final class InMemoryPersons implements Persons {
    private final Map<String, PersonAttributes> told = new HashMap<>();
    private final Map<String, Integer> versions = new HashMap<>();
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
    public PersonView tell(String personId, Telling telling) {
        if (!telling.current().test(versionOf(personId))) {
            throw new PersonChangeRefused(PersonChangeRefused.Reason.STALE, "It has changed\nMaybe read it again");
        }
        PersonAttributes before = told.getOrDefault(personId, PersonAttributes.NONE);
        told.put(personId, telling.change().apply(before));
        versions.merge(personId, 1, Integer::sum);
        return known(personId).orElseThrow();
    }

    @Override
    public Optional<PersonView> find(String personId, String source) {
        askedFor.add(source);
        return known(personId);
    }

    public PersonView tell(String personId, PersonAttributes attributes) {
        return tell(personId, Telling.all("bank", attributes));
    }

    public String versionOf(String personId) {
        return "v" + versions.getOrDefault(personId, 0);
    }

    @Override
    public PersonView merge(String personId, String otherId, Runnable record) {
        return known(personId).orElseThrow();
    }

    @Override
    public PersonView separate(String personId, String otherId, Runnable record) {
        return known(personId).orElseThrow();
    }

    @Override
    public void learn(String personId, String source, Feedback feedback) {
        learnt.add(feedback);
    }

    private static PersonView view(String personId, PersonAttributes attributes) {
        return new PersonView(personId, false, "NONE", null, 0, null, null, Map.of(), 0, 0, attributes);
    }
}

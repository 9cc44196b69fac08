package org.quanzu.outreach;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessment.Persons;
import org.quanzu.assessment.Persons.PersonView;
import org.quanzu.person.source.PersonAttributes;

/** Persons as they were told of; who is under 18 by the year of birth has a guardian. */
final class RegisteredAddressees implements Addressees {
    private static final int OF_AGE = 18;
    private static final String OTHERWISE = "zh";
    private final Persons persons;

    RegisteredAddressees(Persons persons) {
        this.persons = persons;
    }

    @Override
    public Addressee of(String personId, Instant now) {
        return persons.find(personId)
                .map(PersonView::attributes)
                .map(attributes -> of(attributes, now))
                .orElse(new Addressee(Who.PERSON, null, OTHERWISE));
    }

    private static Addressee of(PersonAttributes attributes, Instant now) {
        @Nullable String told = attributes.language();
        String language = told == null ? OTHERWISE : told;
        return isMinor(attributes, now)
                ? new Addressee(Who.GUARDIAN, attributes.guardianContact(), language)
                : new Addressee(
                        Who.PERSON,
                        attributes.phones().stream().sorted().findFirst().orElse(null),
                        language);
    }

    private static boolean isMinor(PersonAttributes attributes, Instant now) {
        @Nullable Integer born = attributes.birthYear();
        return born != null && now.atOffset(ZoneOffset.UTC).getYear() - born < OF_AGE;
    }
}

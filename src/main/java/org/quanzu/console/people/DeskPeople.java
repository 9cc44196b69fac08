package org.quanzu.console.people;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessment.Persons;
import org.quanzu.assessment.Persons.PersonView;
import org.quanzu.console.Operator;
import org.quanzu.desk.Case;
import org.quanzu.desk.Cases;
import org.quanzu.event.PersonRef;
import org.quanzu.person.Identities;
import org.quanzu.person.source.PersonAttributes;
import org.springframework.stereotype.Component;

/** Persons of the register as their pages show them. */
@Component
class DeskPeople implements PeopleView {
    private static final int LONGEST = 128;

    private final Persons persons;
    private final Identities identities;
    private final PersonPages pages;
    private final Cases cases;
    private final Reveals reveals;
    private final Clock clock;

    DeskPeople(Persons persons, Identities identities, PersonPages pages, Cases cases, Reveals reveals, Clock clock) {
        this.persons = persons;
        this.identities = identities;
        this.pages = pages;
        this.cases = cases;
        this.reveals = reveals;
        this.clock = clock;
    }

    @Override
    public Optional<String> find(Kind kind, String typed, Operator reader) {
        String name = typed.strip();
        List<Kind> kinds = kind == Kind.ANY ? List.of(Kind.PERSON, Kind.PHONE, Kind.ACCOUNT) : List.of(kind);
        for (Kind one : name.isEmpty() || name.length() > LONGEST ? List.<Kind>of() : kinds) {
            Optional<PersonView> found = persons.find(id(one, name));
            if (found.isPresent()) {
                String personId = found.get().personId();
                reveals.lookedUp(reader, one, personId);
                return Optional.of(personId);
            }
        }
        reveals.lookedUpNobody(reader, kind);
        return Optional.empty();
    }

    private String id(Kind kind, String name) {
        return switch (kind) {
            case PHONE -> identities.resolve(new PersonRef(null, name, null));
            case ACCOUNT -> identities.resolve(new PersonRef(null, null, name));
            default -> name;
        };
    }

    @Override
    public Optional<PersonPage> person(String personId, Operator reader) {
        Optional<PersonView> found = persons.find(personId);
        found.ifPresent(person -> reveals.viewed(reader, person.personId()));
        return found.map(pages::of);
    }

    @Override
    public Answer reveal(String personId, Set<Field> fields, Reason reason) {
        Optional<PersonView> found = persons.find(personId);
        if (found.isEmpty()) {
            return Answer.refused("people.unknown");
        }
        if (fields.isEmpty()) {
            return Answer.refused("people.reveal.nothing");
        }
        if (!Reveals.isReason(reason.text())) {
            return Answer.refused("people.reveal.reason-short");
        }
        return reveals.allow(found.get().personId(), fields, reason)
                ? Answer.of(shown(found.get().attributes(), fields))
                : Answer.refused("people.reveal.enough");
    }

    private static List<Shown> shown(@Nullable PersonAttributes attributes, Set<Field> fields) {
        List<Shown> shown = new ArrayList<>();
        for (Field field : Field.values()) {
            if (fields.contains(field)) {
                shown.add(new Shown(field, attributes == null ? List.of() : values(attributes, field)));
            }
        }
        return shown;
    }

    private static List<String> values(PersonAttributes attributes, Field field) {
        return switch (field) {
            case PHONES -> attributes.phones().stream().sorted().toList();
            case ACCOUNTS -> attributes.ownAccounts().stream().sorted().toList();
            case KIN -> attributes.guardianContact() == null ? List.of() : List.of(attributes.guardianContact());
        };
    }

    @Override
    public Answer revealPhones(String caseId, UUID lease, Reason reason) {
        return cases.find(caseId)
                .filter(subject -> holds(subject, lease, reason.operator()))
                .map(subject -> reveal(subject.personId(), Set.of(Field.PHONES), reason))
                .orElseGet(() -> Answer.refused("people.reveal.not-held"));
    }

    private boolean holds(Case subject, UUID lease, Operator operator) {
        Case.Lease held = subject.lease();
        return held != null && held.operator().equals(operator.name()) && subject.isLeased(lease, clock.instant());
    }
}

package org.quanzu.console.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessment.Persons.PersonView;
import org.quanzu.console.people.PersonPage.CaseLink;
import org.quanzu.console.people.PersonPage.Known;
import org.quanzu.console.people.PersonPage.LinkLine;
import org.quanzu.console.people.PersonPage.Standing;
import org.quanzu.desk.Cases;
import org.quanzu.desk.timeline.Masked;
import org.quanzu.person.Alias;
import org.quanzu.person.Aliases;
import org.quanzu.person.Register;
import org.quanzu.person.link.Link;
import org.quanzu.person.link.Links;
import org.quanzu.person.source.PersonAttributes;
import org.springframework.stereotype.Component;

/** Gathers what the page of a person shows; numbers and accounts are masked. */
@Component
class PersonPages {
    private final Register register;
    private final Aliases aliases;
    private final Links links;
    private final Cases cases;

    PersonPages(Register register, Aliases aliases, Links links, Cases cases) {
        this.register = register;
        this.aliases = aliases;
        this.links = links;
        this.cases = cases;
    }

    PersonPage of(PersonView person) {
        PersonAttributes attributes = person.attributes();
        return new PersonPage(
                person.personId(),
                person.provisional(),
                standing(person),
                cases.ofPerson(person.personId())
                        .map(it -> new CaseLink(it.caseId(), it.state().name(), it.level(), it.episode()))
                        .orElse(null),
                attributes == null ? Known.NOTHING : known(attributes),
                household(person.personId(), attributes),
                links(person.personId(), attributes),
                person.recentEvents());
    }

    private static Standing standing(PersonView person) {
        return new Standing(
                person.level(),
                person.family(),
                person.validUntil() == null ? null : person.validUntil().toInstant(),
                person.latestEventAt() == null ? null : person.latestEventAt().toInstant(),
                person.familiarPayees(),
                person.familiarNumbers());
    }

    private static Known known(PersonAttributes told) {
        return new Known(
                masked(told.phones()),
                masked(told.ownAccounts()),
                Masked.of(told.guardianContact()),
                told.birthYear(),
                told.sex(),
                told.occupation(),
                told.education(),
                told.town(),
                told.antiFraudApp());
    }

    private static List<String> masked(Iterable<String> values) {
        TreeSet<String> sorted = new TreeSet<>();
        values.forEach(sorted::add);
        return sorted.stream()
                .map(value -> Objects.requireNonNull(Masked.of(value)))
                .toList();
    }

    private List<String> household(String personId, @Nullable PersonAttributes told) {
        TreeSet<String> ids = new TreeSet<>(register.namingAsHousehold(personId));
        if (told != null) {
            ids.addAll(told.household());
        }
        ids.remove(personId);
        return List.copyOf(ids);
    }

    /** A link is a hash; it has a face only when it is that of something told of the person now. */
    private List<LinkLine> links(String personId, @Nullable PersonAttributes told) {
        Map<Alias, String> known = new HashMap<>();
        if (told != null) {
            put(known, told.phones(), aliases::everyOfPhone);
            put(known, told.ownAccounts(), aliases::everyOfAccount);
        }
        List<LinkLine> lines = new ArrayList<>();
        for (Link link : links.of(personId)) {
            lines.add(new LinkLine(
                    link.alias().kind().name(), Masked.of(known.get(link.alias())), link.from(), link.until()));
        }
        return lines;
    }

    private static void put(Map<Alias, String> known, Iterable<String> values, Function<String, List<Alias>> aliases) {
        values.forEach(value -> aliases.apply(value).forEach(alias -> known.put(alias, value)));
    }
}

package org.quanzu.assessment.persons;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.quanzu.assessment.PersonChangeRefused;
import org.quanzu.assessment.PersonChangeRefused.Reason;
import org.quanzu.assessor.PersonState;
import org.quanzu.person.Alias;
import org.quanzu.person.Person;
import org.quanzu.person.source.ToldAttributes;
import org.quanzu.personcache.PersonCache;

/**
 * Makes two persons one who were declared to be one human, and two again. Links and what was told stay with the id they were
 * told of, so that both persons get back what is theirs.
 */
final class PersonMerges {
    private final Registry registry;
    private final HeldPersons held;
    private final PersonCache persons;
    private final PersonHistories histories;
    private final Clock clock;

    PersonMerges(Registry registry, HeldPersons held, PersonCache persons, PersonHistories histories, Clock clock) {
        this.registry = registry;
        this.held = held;
        this.persons = persons;
        this.histories = histories;
        this.clock = clock;
    }

    /** All ids who were concerned; none where they are one person already. */
    Set<String> merge(String personId, String otherId, Runnable record) {
        return held.change(() -> concerned(personId, otherId), Function.identity(), (ids, concerned) -> {
            String into = registry.nowKnownAs(personId);
            if (registry.nowKnownAs(otherId).equals(into)) {
                return Set.of();
            }
            requireMergeable(into, otherId);
            held.write(concerned, () -> {
                merge(personId, into, otherId);
                record.run();
                return Set.of();
            });
            return concerned;
        });
    }

    private Set<String> concerned(String personId, String otherId) {
        Set<String> concerned = new HashSet<>();
        for (String id : List.of(personId, otherId)) {
            if (registry.register().find(id).isEmpty()) {
                throw new PersonChangeRefused(
                        Reason.UNKNOWN,
                        "Nobody is known as \"" + id + "\"\nMaybe nothing was sent or told of this person so far");
            }
            concerned.add(id);
            concerned.addAll(registry.identityOf(id));
        }
        return concerned;
    }

    private void requireMergeable(String into, String otherId) {
        Person other = registry.register().find(otherId).orElseThrow();
        if (other.mergedInto() != null) {
            throw new PersonChangeRefused(
                    Reason.CONFLICT,
                    "\"" + otherId + "\" is one person with somebody else already\n"
                            + "Maybe separate those two first, or merge the other one");
        }
        boolean provisional =
                registry.register().find(into).map(Person::provisional).orElse(false);
        if (provisional && !other.provisional()) {
            throw new PersonChangeRefused(
                    Reason.CONFLICT,
                    "The person to merge into is known by a phone or account only\n" + "Maybe merge that one into \""
                            + otherId + "\"");
        }
    }

    private void merge(String personId, String into, String otherId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        PersonState other = persons.get(otherId).state();
        histories.merge(other, into, now);
        registry.merges().declare(otherId, personId, now);
        registry.rejoin(into, now);
        histories.keepJoined(into, null, List.of(other), "merged " + now, now);
    }

    /** All ids who were concerned; none where they are two persons already. */
    Set<String> separate(String personId, String otherId, Runnable record) {
        return held.change(() -> concerned(personId, otherId), Function.identity(), (ids, concerned) -> {
            String root = registry.nowKnownAs(personId);
            if (!registry.nowKnownAs(otherId).equals(root)) {
                return Set.of();
            }
            String part = declaredPart(personId, otherId);
            held.write(concerned, () -> {
                Set<Alias> moved = separate(root, part);
                record.run();
                return moved;
            });
            return concerned;
        });
    }

    /** Which of the two was declared to be a part of the other, or of the same one. */
    private String declaredPart(String personId, String otherId) {
        if (personId.equals(otherId)) {
            throw new PersonChangeRefused(
                    Reason.CONFLICT, "Both ids are the same\nMaybe the other id was meant for one of them");
        }
        boolean above = registry.merges().partsOf(otherId).contains(personId);
        Optional<String> part = Optional.of(above ? personId : otherId)
                .filter(id -> registry.merges().intoOf(id).isPresent());
        return part.or(() -> Optional.of(personId)
                        .filter(id -> registry.merges().intoOf(id).isPresent()))
                .orElseThrow(() -> new PersonChangeRefused(
                        Reason.CONFLICT,
                        "The two are one person by a phone or account that was told, not by a merge\n"
                                + "Maybe that phone or account has to be told of nobody any more"));
    }

    /** The aliases that name another person now. */
    private Set<Alias> separate(String root, String part) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Set<String> identity = registry.register().identityOf(root);
        Set<String> leaving = leaving(part, identity);
        Set<String> staying = new HashSet<>(identity);
        staying.removeAll(leaving);
        registry.merges().end(part, now);
        registry.register().unmerge(part);
        leaving.stream()
                .filter(id -> !id.equals(part))
                .forEach(id -> registry.register().merge(id, part));
        Set<Alias> moved = relinked(staying, leaving, now);
        moved.addAll(relinked(leaving, staying, now));
        for (String id : List.of(root, part)) {
            registry.rejoin(id, now);
        }
        histories.keepRemaining(histories.rebuilt(root), "separated " + now, now);
        histories.keepNew(histories.rebuilt(part).state(), "separated " + now, now);
        return moved;
    }

    /** What was declared to be a part of this one, and who is behind the aliases of those. */
    private Set<String> leaving(String part, Set<String> identity) {
        Set<String> leaving = new HashSet<>(registry.merges().partsOf(part));
        int size;
        do {
            size = leaving.size();
            registry.register().aliasesOf(leaving).forEach(alias -> leaving.add(alias.provisionalId()));
            leaving.retainAll(identity);
        } while (leaving.size() > size);
        return leaving;
    }

    /** Links to the others what names {@code some} by now, though only the others are told to have it. */
    private Set<Alias> relinked(Set<String> some, Set<String> others, Instant now) {
        AttributePlanner planner = new AttributePlanner(registry, clock);
        Set<Alias> linked = registry.register().aliasesOf(some);
        Set<Alias> own = planner.aliases(registry.sources().told(some), linked);
        Set<Alias> moved = new HashSet<>();
        for (ToldAttributes told : registry.sources().told(others)) {
            for (Alias alias : planner.aliases(List.of(told), linked)) {
                if (linked.contains(alias) && !own.contains(alias)) {
                    registry.register().link(alias, told.personId(), now);
                    moved.add(alias);
                }
            }
        }
        return moved;
    }
}

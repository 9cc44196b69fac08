package org.quanzu.assessment.persons;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quanzu.assessment.Persons.Telling;
import org.quanzu.assessment.persons.PersonRebuilder.Rebuilt;
import org.quanzu.assessor.PersonState;
import org.quanzu.person.Alias;
import org.quanzu.person.source.ToldAttributes;

/** Changes what is told of persons, and with it what names them, in one transaction, while all persons concerned are held. */
final class AttributeChanges {
    private final Registry registry;
    private final HeldPersons held;
    private final AttributePlanner planner;
    private final PersonHistories histories;
    private final Clock clock;

    AttributeChanges(Registry registry, HeldPersons held, PersonHistories histories, Clock clock) {
        this.registry = registry;
        this.held = held;
        planner = new AttributePlanner(registry, clock);
        this.histories = histories;
        this.clock = clock;
    }

    /** The person of whom this is told. */
    String tell(String personId, Telling telling) {
        return held.change(() -> planner.plan(personId, telling), AttributeChange::concerned, (change, concerned) -> {
            held.write(concerned, () -> {
                write(change);
                return change.aliases();
            });
            return change.root();
        });
    }

    private void write(AttributeChange change) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String cause = "attributes " + now;
        String root = change.root();
        registry.sort(registry.register().identityOf(root));
        change.kept().forEach(registry.sources()::keep);
        registry.rejoin(root, now);
        Rebuilt remaining = isParted(change, now) ? histories.rebuilt(root) : null;
        List<PersonState> joined = joined(change, now);
        if (!joined.isEmpty()) {
            registry.rejoin(root, now);
            histories.keepJoined(root, remaining, joined, cause, now);
        } else if (remaining != null) {
            histories.keepRemaining(remaining, cause, now);
        } else {
            histories.rescore(root, cause, now);
        }
    }

    /** Ends the links nobody tells any more; whether anybody is somebody else again. */
    private boolean isParted(AttributeChange change, Instant now) {
        boolean parted = false;
        for (Alias alias : change.lost()) {
            Optional<PersonState> provisional = histories.part(alias, now);
            provisional.ifPresent(state -> histories.keepNew(state, "unlinked " + now, now));
            parted |= provisional.isPresent();
        }
        return parted;
    }

    /** Links what is told; the persons who are found to be this one. */
    private List<PersonState> joined(AttributeChange change, Instant now) {
        List<PersonState> joined = new ArrayList<>();
        Map<String, Set<Alias>> losses = change.taken().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toSet())));
        losses.forEach((holder, aliases) -> joined.addAll(taken(holder, aliases, now)));
        for (Alias alias : change.gained()) {
            if (!change.taken().containsKey(alias)) {
                histories
                        .behind(alias)
                        .filter(provisional -> !provisional.personId().equals(change.root()))
                        .ifPresent(joined::add);
            }
            registry.register().link(alias, change.personId(), now);
        }
        joined.forEach(person -> histories.merge(person, change.root(), now));
        return joined;
    }

    /** Takes aliases from the person who has them, and what is told of that person with them. */
    private List<PersonState> taken(String holder, Set<Alias> aliases, Instant now) {
        Set<String> identity = registry.register().identityOf(holder);
        registry.sort(identity);
        for (ToldAttributes told : registry.sources().told(identity)) {
            ToldAttributes left = told.without(
                    phone -> registry.aliases().everyOfPhone(phone).stream().anyMatch(aliases::contains),
                    account ->
                            registry.aliases().everyOfAccount(account).stream().anyMatch(aliases::contains),
                    now);
            if (!left.equals(told)) {
                registry.sources().keep(left);
            }
        }
        registry.rejoin(holder, now);
        List<PersonState> behind = aliases.stream()
                .flatMap(alias -> histories.partEvenDeclared(alias, now).stream())
                .toList();
        if (behind.isEmpty()) {
            histories.rescore(holder, "unlinked " + now, now);
        } else {
            histories.keepRemaining(histories.rebuilt(holder), "unlinked " + now, now);
        }
        return behind;
    }
}

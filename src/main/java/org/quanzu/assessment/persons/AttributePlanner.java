package org.quanzu.assessment.persons;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quanzu.assessment.PersonChangeRefused;
import org.quanzu.assessment.PersonChangeRefused.Reason;
import org.quanzu.assessment.Persons.Telling;
import org.quanzu.person.Alias;
import org.quanzu.person.Person;
import org.quanzu.person.source.JoinedAttributes;
import org.quanzu.person.source.PersonAttributes;
import org.quanzu.person.source.ToldAttributes;

/** Finds out what changes when a source tells of a person, and whether it may. Changes nothing itself. */
final class AttributePlanner {
    private final Registry registry;
    private final Clock clock;

    AttributePlanner(Registry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    AttributeChange plan(String personId, Telling telling) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String root = registry.nowKnownAs(personId);
        Set<String> identity = registry.register().identityOf(root);
        List<ToldAttributes> before = registry.sources().told(identity);
        Optional<ToldAttributes> known = before.stream()
                .filter(one -> one.personId().equals(personId) && one.source().equals(telling.source()))
                .findFirst();
        requireCurrent(telling, before, known);
        ToldAttributes own = known.orElseGet(() -> ToldAttributes.begun(personId, telling.source(), now));
        ToldAttributes after = own.changed(telling.change().apply(own.attributes()), now);
        List<ToldAttributes> told = new ArrayList<>(List.of(after));
        before.stream()
                .filter(one -> one != own)
                .map(one -> answeredFor(one, after, telling, now))
                .forEach(told::add);
        Set<Alias> links = registry.register().aliasesOf(identity);
        Set<Alias> gained = without(aliases(List.of(after), links), links);
        Map<Alias, String> taken = taken(gained, root);
        Set<Alias> toldBefore = aliases(List.of(own), links);
        gained.removeIf(alias -> taken.containsKey(alias) && toldBefore.contains(alias));
        taken.keySet().retainAll(gained);
        taken.forEach((alias, holder) -> requireOwn(telling, alias, holder));
        List<ToldAttributes> kept = told.stream()
                .filter(one -> !one.stored() || !before.contains(one))
                .toList();
        return new AttributeChange(personId, root, kept, gained, without(links, aliases(told, links)), taken);
    }

    private static void requireCurrent(Telling telling, List<ToldAttributes> before, Optional<ToldAttributes> own) {
        List<ToldAttributes> seen = telling.allSources() ? before : own.stream().toList();
        if (!telling.current().test(JoinedAttributes.versionOf(seen))) {
            throw new PersonChangeRefused(
                    Reason.STALE,
                    "The attributes have changed since they were read\nMaybe read them again and repeat the change");
        }
    }

    /** For what nobody can be named any more, whoever tells the same answers from now on, or who may see all sources. */
    private static ToldAttributes answeredFor(ToldAttributes one, ToldAttributes after, Telling telling, Instant now) {
        if (!one.source().equals(ToldAttributes.UNKNOWN)) {
            return one;
        }
        return telling.allSources() && telling.all()
                ? one.changed(PersonAttributes.NONE, now)
                : one.withoutThatOf(after, now);
    }

    private Map<Alias, String> taken(Set<Alias> gained, String root) {
        Map<Alias, String> taken = new HashMap<>();
        for (Alias alias : gained) {
            holder(alias).filter(holder -> !holder.equals(root)).ifPresent(holder -> taken.put(alias, holder));
        }
        return taken;
    }

    /** Whose the alias is now; nobody's where only a provisional person of its own is behind it. */
    private Optional<String> holder(Alias alias) {
        return registry.register()
                .linked(alias)
                .map(registry::nowKnownAs)
                .or(() -> registry.register().find(alias.provisionalId()).map(Person::mergedInto));
    }

    /** A source takes from persons what it told of them itself, unless others told the same. */
    private void requireOwn(Telling telling, Alias alias, String holder) {
        if (telling.allSources()) {
            return;
        }
        Set<String> tellers = registry.toldOf(holder).stream()
                .filter(one -> aliases(List.of(one), Set.of(alias)).contains(alias))
                .map(ToldAttributes::source)
                .filter(source -> !source.equals(ToldAttributes.UNKNOWN))
                .collect(Collectors.toSet());
        boolean own = tellers.isEmpty()
                ? registry.sources().hasEvents(registry.register().identityOf(holder), telling.source())
                : tellers.equals(Set.of(telling.source()));
        if (!own) {
            String field = alias.kind() == Alias.Kind.PHONE ? "phones" : "ownAccounts";
            throw new PersonChangeRefused(
                    Reason.OF_OTHERS,
                    "A value of " + field + " names another person, told by another source\n"
                            + "Maybe that source has to release it first, or use a key with the scope all-sources");
        }
    }

    /** What names a person of whom this is told; aliases of older databases as far as anybody is known by them. */
    Set<Alias> aliases(Collection<ToldAttributes> told, Set<Alias> linked) {
        return told.stream()
                .map(ToldAttributes::attributes)
                .flatMap(attributes -> Stream.concat(
                        attributes.phones().stream().map(registry.aliases()::everyOfPhone),
                        attributes.ownAccounts().stream().map(registry.aliases()::everyOfAccount)))
                .flatMap(every -> every.stream().filter(alias -> alias.equals(every.get(0)) || isKnown(alias, linked)))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private boolean isKnown(Alias former, Set<Alias> linked) {
        return linked.contains(former)
                || registry.register().find(former.provisionalId()).isPresent();
    }

    private static Set<Alias> without(Set<Alias> some, Set<Alias> others) {
        return some.stream().filter(alias -> !others.contains(alias)).collect(Collectors.toCollection(HashSet::new));
    }
}

package org.quanzu.assessment.persons;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessment.persons.PersonRebuilder.Rebuilt;
import org.quanzu.assessor.PersonState;
import org.quanzu.person.Alias;
import org.quanzu.personcache.PersonCache;

/** Joins and parts the histories of persons; used inside a transaction, while all of them are held. */
final class PersonHistories {
    private final Registry registry;
    private final PersonCache persons;
    private final PersonRebuilder rebuilder;
    private final Rescoring rescoring;

    PersonHistories(Registry registry, PersonCache persons, PersonRebuilder rebuilder, Rescoring rescoring) {
        this.registry = registry;
        this.persons = persons;
        this.rebuilder = rebuilder;
        this.rescoring = rescoring;
    }

    /**
     * Takes an alias from whoever has it. Whoever is behind it is a person again, made of what came under it; empty when
     * nothing ever did, or when it was declared whose part that person is.
     */
    Optional<PersonState> part(Alias alias, Instant now) {
        registry.register().unlink(alias, now);
        return registry.merges().intoOf(alias.provisionalId()).isPresent()
                ? Optional.empty()
                : partEvenDeclared(alias, now);
    }

    /** The same, whatever was declared. */
    Optional<PersonState> partEvenDeclared(Alias alias, Instant now) {
        String provisionalId = alias.provisionalId();
        registry.register().unlink(alias, now);
        registry.merges().end(provisionalId, now);
        registry.register().unmerge(provisionalId);
        PersonState provisional = rebuilder.rebuild(provisionalId).state();
        if (provisional.profile().isEmpty()) {
            return Optional.empty();
        }
        registry.register().open(provisionalId, now);
        return Optional.of(provisional);
    }

    /** Who is known by the alias alone until now, if anybody is. */
    Optional<PersonState> behind(Alias alias) {
        return Optional.of(persons.get(alias.provisionalId()).state())
                .filter(provisional -> provisional.registered() && provisional.mergedInto() == null);
    }

    /** Makes the person with this history a part of another one. */
    void merge(PersonState person, String into, Instant now) {
        registry.sort(registry.register().identityOf(person.personId()));
        registry.sort(registry.register().identityOf(into));
        registry.register().merge(person.personId(), into);
        rescoring.merged(person.personId(), into, now);
    }

    /** Keeps a person who was not there before. */
    void keepNew(PersonState person, String cause, Instant now) {
        rescoring.keepRebuilt(person, cause, now);
    }

    /** The person made anew of the events that are theirs now. */
    Rebuilt rebuilt(String personId) {
        return rebuilder.rebuild(personId);
    }

    /** Keeps a person of whom something was taken away. */
    void keepRemaining(Rebuilt person, String cause, Instant now) {
        boolean warns = rescoring.keepRebuilt(person.state(), cause, now);
        tellSeparated(person, warns, now);
    }

    private void tellSeparated(Rebuilt person, boolean warns, Instant now) {
        rescoring.separated(person.state().personId(), warns ? now : person.warnedAt(), now);
    }

    /** Keeps the person with the same history, scored anew. */
    void rescore(String personId, String cause, Instant now) {
        rescoring.keep(persons.get(personId).state(), cause, now);
    }

    /**
     * Keeps the person with the histories joined to it, as if they had always been one: made anew of the events, in the order
     * they came. Where some of these are no longer kept, rebuilding would lose what is remembered of them: then the profiles
     * are joined. {@code remaining} is the person after something was taken away, null when nothing was.
     */
    void keepJoined(String personId, @Nullable Rebuilt remaining, List<PersonState> joined, String cause, Instant now) {
        boolean warns;
        if (rebuilder.isWhole(personId)) {
            warns = rescoring.keepRebuilt(rebuilder.rebuild(personId).state(), cause, now);
        } else {
            PersonState state = remaining == null ? persons.get(personId).state() : remaining.state();
            for (PersonState other : joined) {
                state = state.mergedWith(other);
            }
            warns = rescoring.keep(state, cause, now);
        }
        if (remaining != null) {
            tellSeparated(remaining, warns, now);
        }
    }
}

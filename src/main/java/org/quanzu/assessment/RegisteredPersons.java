package org.quanzu.assessment;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessment.PersonRebuilder.Rebuilt;
import org.quanzu.assessor.CurrentLevel;
import org.quanzu.assessor.PersonState;
import org.quanzu.fact.Acquaintance;
import org.quanzu.fact.Call;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Message;
import org.quanzu.fact.Transaction;
import org.quanzu.journal.EventStore;
import org.quanzu.person.Alias;
import org.quanzu.person.Aliases;
import org.quanzu.person.FeedbackLog;
import org.quanzu.person.Identities;
import org.quanzu.person.Person;
import org.quanzu.person.Register;
import org.quanzu.personcache.CachedPerson;
import org.quanzu.personcache.PersonCache;
import org.quanzu.personcache.PersonCache.Held;
import org.quanzu.profile.Profile;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Persons as registered and as they stand. What is told changes register, links and profile in one transaction. */
final class RegisteredPersons implements Persons {
    private static final int FAMILIAR_TIMES = 3;
    private static final int FAMILIAR_PAYEE_DAYS = 14;
    private static final int FAMILIAR_NUMBER_DAYS = 7;

    private final Registry registry;
    private final PersonCache persons;
    private final Learning learning;
    private final Rescoring revision;
    private final PersonRebuilder rebuilder;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** What is known of persons by name. */
    record Registry(Register register, Aliases aliases, Identities identities, FeedbackLog feedback) {}

    RegisteredPersons(
            Registry registry,
            PersonCache persons,
            EventStore history,
            Rescoring revision,
            PersonRebuilder rebuilder,
            TransactionTemplate transaction,
            Clock clock) {
        this.registry = registry;
        this.persons = persons;
        learning = new Learning(registry.register(), registry.feedback(), history, revision, clock);
        this.revision = revision;
        this.rebuilder = rebuilder;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Optional<PersonView> find(String personId) {
        return find(personId, UnaryOperator.identity());
    }

    @Override
    public Optional<PersonView> find(String personId, String source) {
        return find(personId, profile -> profile.toldBy(source));
    }

    private Optional<PersonView> find(String personId, UnaryOperator<Profile> seen) {
        return whileAvailable(() -> {
            String id = nowKnownAs(personId);
            try (Held held = persons.hold(id)) {
                CachedPerson person = persons.get(id);
                return person.state().registered()
                        ? Optional.of(view(person, seen.apply(person.state().profile())))
                        : Optional.empty();
            }
        });
    }

    private static <T> T whileAvailable(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException | TransactionException e) {
            throw new IntakeUnavailable("Persons cannot be read or changed now\nMaybe the database is down", e);
        }
    }

    private String nowKnownAs(String personId) {
        return registry.register().find(personId).map(Person::mergedInto).orElse(personId);
    }

    private PersonView view(CachedPerson hot, Profile profile) {
        Optional<Person> person = registry.register().find(hot.personId());
        CurrentLevel level = hot.state().level().at(clock.millis());
        return new PersonView(
                hot.personId(),
                person.map(Person::provisional).orElse(false),
                level.level(),
                level.family(),
                level.score(),
                time(level.validUntilMillis()),
                profile.isEmpty() ? null : time(profile.latestMillis()),
                recentEvents(profile),
                familiar(profile.everything().accounts(), profile.latestMillis(), FAMILIAR_PAYEE_DAYS),
                familiar(profile.everything().numbers(), profile.latestMillis(), FAMILIAR_NUMBER_DAYS),
                person.map(Person::attributes)
                        .map(json -> JsonMapper.shared().readValue(json, PersonAttributes.class))
                        .orElse(null));
    }

    private static @Nullable OffsetDateTime time(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
    }

    private static Map<String, Integer> recentEvents(Profile profile) {
        Map<String, Integer> counts = new HashMap<>();
        profile.factsNow().forEach(fact -> counts.merge(type(fact), 1, Integer::sum));
        return counts;
    }

    private static String type(Fact fact) {
        if (fact instanceof Transaction) {
            return "transaction";
        }
        if (fact instanceof Call) {
            return "call";
        }
        return fact instanceof Message ? "message" : "app_activity";
    }

    private static int familiar(Map<String, Acquaintance> known, long atMillis, int days) {
        return (int) known.values().stream()
                .filter(who -> who.times() >= FAMILIAR_TIMES && who.daysKnown(atMillis) >= days)
                .count();
    }

    @Override
    public PersonView tell(String personId, PersonAttributes attributes) {
        return whileAvailable(() -> {
            String id = nowKnownAs(personId);
            while (!isTold(id, attributes)) {
                id = nowKnownAs(personId);
            }
            registry.register().namingAsHousehold(id).forEach(this::readAnew);
            return find(id).orElseThrow();
        });
    }

    /** False when somebody else changed the links before all persons concerned were held. */
    private boolean isTold(String id, PersonAttributes attributes) {
        LinkChange change = change(id, attributes);
        try (Held held = persons.holdQuiet(change.concerned())) {
            if (!change(id, attributes).equals(change) || !nowKnownAs(id).equals(id)) {
                return false;
            }
            transaction.executeWithoutResult(status -> tell(attributes, change));
            change.aliases().forEach(registry.identities()::forget);
            change.concerned().forEach(persons::forget);
            return true;
        }
    }

    private LinkChange change(String id, PersonAttributes attributes) {
        Set<Alias> before = registry.register().aliasesOf(id);
        Set<Alias> wanted = aliases(attributes, before);
        Map<Alias, String> taken = new HashMap<>();
        Set<Alias> gained = without(wanted, before);
        gained.forEach(alias -> registry.register().linked(alias).ifPresent(other -> taken.put(alias, other)));
        return new LinkChange(id, gained, without(before, wanted), taken);
    }

    /** What names the person from now on; aliases of older databases as far as anybody is known by them. */
    private Set<Alias> aliases(PersonAttributes attributes, Set<Alias> before) {
        return Stream.concat(
                        attributes.phones().stream().map(registry.aliases()::everyOfPhone),
                        attributes.ownAccounts().stream().map(registry.aliases()::everyOfAccount))
                .flatMap(every -> every.stream()
                        .filter(alias -> alias.equals(every.get(0))
                                || before.contains(alias)
                                || registry.register()
                                        .find(alias.provisionalId())
                                        .isPresent()))
                .collect(Collectors.toSet());
    }

    private static Set<Alias> without(Set<Alias> some, Set<Alias> others) {
        return some.stream().filter(alias -> !others.contains(alias)).collect(Collectors.toSet());
    }

    private void tell(PersonAttributes attributes, LinkChange change) {
        Instant now = clock.instant();
        String id = change.personId();
        registry.register().tell(id, JsonMapper.shared().writeValueAsString(attributes), now);
        Rebuilt own = null;
        for (Alias alias : change.lost()) {
            Separated separated = separated(id, alias, now);
            own = separated.isNothing() ? own : separated.person();
        }
        PersonState state = own == null ? persons.get(id).state() : own.state();
        for (Alias alias : change.gained()) {
            String other = change.taken().get(alias);
            PersonState provisional =
                    other == null ? persons.get(alias.provisionalId()).state() : taken(other, alias, now);
            registry.register().link(alias, id, now);
            state = merged(state, provisional);
        }
        boolean warns = own != null && change.gained().isEmpty()
                ? revision.keepRebuilt(state, "attributes " + now, now)
                : revision.keep(state, "attributes " + now, now);
        if (own != null) {
            revision.separated(id, warns ? now : own.warnedAt(), now);
        }
    }

    /** Who is behind an alias that is another person's until now. */
    private PersonState taken(String other, Alias alias, Instant now) {
        Separated separated = separated(other, alias, now);
        if (!separated.isNothing()) {
            Rebuilt person = separated.person();
            boolean warns = revision.keepRebuilt(person.state(), "unlinked " + now, now);
            revision.separated(other, warns ? now : person.warnedAt(), now);
        }
        return separated.provisional();
    }

    /** Two persons who were one, each made anew; nothing when no event ever came under the alias. */
    private record Separated(Rebuilt person, PersonState provisional) {
        boolean isNothing() {
            return provisional.profile().isEmpty();
        }
    }

    /**
     * Takes an alias from its person, who is then as if it had never been theirs; whoever is behind the alias has what came
     * under it.
     */
    private Separated separated(String personId, Alias alias, Instant now) {
        registry.register().unlink(alias, now);
        String provisionalId = alias.provisionalId();
        Rebuilt behind = rebuilder.rebuild(provisionalId, Set.of(provisionalId, personId));
        PersonState provisional = behind.state();
        if (provisional.profile().isEmpty()) {
            return new Separated(behind, provisional);
        }
        registry.register().separate(provisionalId, now);
        revision.keepRebuilt(provisional, "unlinked " + now, now);
        Set<String> scoredFor = registry.register().aliasesOf(personId).stream()
                .map(Alias::provisionalId)
                .collect(Collectors.toCollection(HashSet::new));
        scoredFor.add(personId);
        return new Separated(rebuilder.rebuild(personId, scoredFor), provisional.registered(true, null));
    }

    private PersonState merged(PersonState state, PersonState provisional) {
        if (!provisional.registered()
                || provisional.mergedInto() != null
                || provisional.personId().equals(state.personId())) {
            return state;
        }
        registry.register().merge(provisional.personId(), state.personId());
        revision.merged(provisional.personId(), state.personId(), clock.instant());
        return state.mergedWith(provisional);
    }

    private void readAnew(String personId) {
        try (Held held = persons.holdQuiet(Set.of(personId))) {
            persons.forget(personId);
        }
    }

    @Override
    public void learn(String personId, String source, Feedback feedback) {
        whileAvailable(() -> {
            String id = nowKnownAs(personId);
            try (Held held = persons.holdQuiet(Set.of(id))) {
                CachedPerson person = persons.get(id);
                transaction.executeWithoutResult(status -> learning.learn(person, source, feedback));
                persons.forget(id);
            }
            return id;
        });
    }
}

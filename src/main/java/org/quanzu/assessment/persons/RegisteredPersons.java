package org.quanzu.assessment.persons;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessment.IntakeUnavailable;
import org.quanzu.assessment.Persons;
import org.quanzu.assessor.CurrentLevel;
import org.quanzu.fact.Acquaintance;
import org.quanzu.fact.Call;
import org.quanzu.fact.Fact;
import org.quanzu.fact.Message;
import org.quanzu.fact.Transaction;
import org.quanzu.journal.EventStore;
import org.quanzu.person.Person;
import org.quanzu.person.source.PersonAttributes;
import org.quanzu.personcache.CachedPerson;
import org.quanzu.personcache.PersonCache;
import org.quanzu.personcache.PersonCache.Held;
import org.quanzu.profile.Profile;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Persons as registered and as they stand. */
final class RegisteredPersons implements Persons {
    private static final int FAMILIAR_TIMES = 3;
    private static final int FAMILIAR_PAYEE_DAYS = 14;
    private static final int FAMILIAR_NUMBER_DAYS = 7;

    private final Registry registry;
    private final PersonCache persons;
    private final Learning learning;
    private final AttributeChanges attributes;
    private final PersonMerges merges;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RegisteredPersons(
            Registry registry,
            PersonCache persons,
            EventStore history,
            Rescoring rescoring,
            PersonRebuilder rebuilder,
            TransactionTemplate transaction,
            Clock clock) {
        this.registry = registry;
        this.persons = persons;
        learning = new Learning(registry.register(), registry.feedback(), history, rescoring, rebuilder, clock);
        PersonHistories histories = new PersonHistories(registry, persons, rebuilder, rescoring);
        HeldPersons held = new HeldPersons(persons, registry.identities(), transaction);
        attributes = new AttributeChanges(registry, held, histories, clock);
        merges = new PersonMerges(registry, held, persons, histories, clock);
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
            String id = registry.nowKnownAs(personId);
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
    public PersonView tell(String personId, Telling telling) {
        return whileAvailable(() -> {
            String root = attributes.tell(personId, telling);
            readHouseholdAnew(registry.register().identityOf(root));
            return find(root).orElseThrow();
        });
    }

    @Override
    public PersonView merge(String personId, String otherId, Runnable record) {
        return whileAvailable(() -> {
            readHouseholdAnew(merges.merge(personId, otherId, record));
            return find(personId).orElseThrow();
        });
    }

    @Override
    public PersonView separate(String personId, String otherId, Runnable record) {
        return whileAvailable(() -> {
            readHouseholdAnew(merges.separate(personId, otherId, record));
            return find(personId).orElseThrow();
        });
    }

    /** Has those who live with these persons read what belongs to them. */
    private void readHouseholdAnew(Set<String> personIds) {
        personIds.stream()
                .flatMap(id -> registry.register().namingAsHousehold(id).stream())
                .distinct()
                .forEach(this::readAnew);
    }

    private void readAnew(String personId) {
        try (Held held = persons.holdQuiet(Set.of(personId))) {
            persons.forget(personId);
        }
    }

    @Override
    public void learn(String personId, String source, Feedback feedback) {
        whileAvailable(() -> {
            String id = registry.nowKnownAs(personId);
            try (Held held = persons.holdQuiet(Set.of(id))) {
                CachedPerson person = persons.get(id);
                transaction.executeWithoutResult(status -> learning.learn(person, source, feedback));
                persons.forget(id);
            }
            return id;
        });
    }
}

package org.quanzu.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessment.PersonAttributes;
import org.quanzu.assessment.Persons;
import org.quanzu.audit.AuditLog;
import org.quanzu.person.Alias;
import org.quanzu.person.Aliases;
import org.quanzu.person.Register;
import org.quanzu.person.source.PersonSources;
import org.quanzu.problem.ProblemKind;
import org.quanzu.problem.Refused;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Persons as the caller may see and change them: those its source told of, with values masked unless its key has the scope
 * {@code clear}; all of them with {@code all-sources}. Reading is in the audit log, once for a key, a person and ten minutes.
 */
@Component
@Qualifier("ofCaller") final class PersonsOfCaller implements Persons {
    static final Duration ONE_READING = Duration.ofMinutes(10);
    private static final int READINGS = 20_000;
    private static final int SHOWN = 4;

    private final Persons persons;
    private final Names names;
    private final PersonSources sources;
    private final AuditLog audit;
    private final Clock clock;
    private final Map<String, Instant> readings = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > READINGS;
        }
    };

    /** What phones and accounts name whom. */
    @Component
    record Names(Register register, Aliases aliases) {}

    PersonsOfCaller(Persons persons, Names names, PersonSources sources, AuditLog audit, Clock clock) {
        this.persons = persons;
        this.names = names;
        this.sources = sources;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<PersonView> find(String personId) {
        ApiClient client = ApiClient.current();
        Optional<PersonView> found = seen(client, personId).filter(view -> sees(client, view));
        found.ifPresent(view -> record(client, view.personId()));
        return found.map(view -> shown(client, view));
    }

    @Override
    public Optional<PersonView> find(String personId, String source) {
        return find(personId);
    }

    /** What other sources told is not in the counts either. */
    private Optional<PersonView> seen(ApiClient client, String personId) {
        return client.seesAllSources() ? persons.find(personId) : persons.find(personId, client.source());
    }

    @Override
    public PersonView tell(String personId, PersonAttributes attributes) {
        ApiClient client = ApiClient.current();
        String id = persons.find(personId).map(PersonView::personId).orElse(personId);
        if (!client.seesAllSources()) {
            requireOwn(client, id);
            attributes
                    .phones()
                    .forEach(phone ->
                            requireFree(client, id, "phones", names.aliases().ofPhone(phone)));
            attributes
                    .ownAccounts()
                    .forEach(account -> requireFree(
                            client, id, "ownAccounts", names.aliases().ofAccount(account)));
        }
        sources.claim(id, client.source(), clock.instant());
        String told = persons.tell(personId, attributes).personId();
        return shown(client, seen(client, told).orElseThrow());
    }

    @Override
    public void learn(String personId, String source, Feedback feedback) {
        persons.learn(personId, source, feedback);
    }

    private boolean sees(ApiClient client, PersonView view) {
        return client.seesAllSources() || owns(client, view.personId());
    }

    private boolean owns(ApiClient client, String personId) {
        return sources.tellerOf(personId).filter(client.source()::equals).isPresent()
                || sources.hasEvents(personId, client.source());
    }

    /** Attributes that were told before this was kept belong to whoever told events of the person. */
    private void requireOwn(ApiClient client, String personId) {
        Optional<String> teller = sources.tellerOf(personId);
        boolean told = persons.find(personId).map(PersonView::attributes).isPresent();
        if (teller.isPresent() && !teller.get().equals(client.source())
                || teller.isEmpty() && told && !sources.hasEvents(personId, client.source())) {
            throw new Refused(
                    ProblemKind.FORBIDDEN,
                    "The attributes of this person were told by another source\n"
                            + "Maybe use a key of that source, or one with the scope all-sources");
        }
    }

    private void requireFree(ApiClient client, String personId, String field, Alias alias) {
        Optional<String> linked = names.register().linked(alias).filter(other -> !other.equals(personId));
        if (linked.isPresent() && !mayTakeFrom(client, linked.get())) {
            throw new Refused(
                    ProblemKind.FORBIDDEN,
                    "A value of " + field + " names another person, told by another source\n"
                            + "Maybe that source has to release it first, or use a key with the scope all-sources");
        }
    }

    private boolean mayTakeFrom(ApiClient client, String personId) {
        return sources.tellerOf(personId)
                .map(client.source()::equals)
                .orElseGet(() -> sources.hasEvents(personId, client.source()));
    }

    private void record(ApiClient client, String personId) {
        Instant now = clock.instant();
        String reading = client.name() + '\n' + personId;
        synchronized (readings) {
            Instant last = readings.get(reading);
            if (last != null && last.plus(ONE_READING).isAfter(now)) {
                return;
            }
            readings.remove(reading);
            readings.put(reading, now);
        }
        audit.record("key:" + client.name(), "person.read", "person:" + personId);
    }

    private PersonView shown(ApiClient client, PersonView view) {
        PersonAttributes told = view.attributes();
        boolean ofOthers = told != null
                && !client.seesAllSources()
                && sources.tellerOf(view.personId())
                        .filter(teller -> !teller.equals(client.source()))
                        .isPresent();
        return new PersonView(
                view.personId(),
                view.provisional(),
                view.level(),
                view.family(),
                view.score(),
                view.validUntil(),
                view.latestEventAt(),
                view.recentEvents(),
                view.familiarPayees(),
                view.familiarNumbers(),
                told == null || ofOthers ? null : client.seesClear() ? told : masked(told));
    }

    private static PersonAttributes masked(PersonAttributes told) {
        return new PersonAttributes(
                masked(told.phones()),
                masked(told.ownAccounts()),
                told.household(),
                told.birthYear(),
                told.sex(),
                told.occupation(),
                told.education(),
                told.town(),
                masked(told.guardianContact()),
                told.antiFraudApp(),
                told.language(),
                told.zone());
    }

    private static Set<String> masked(Set<String> values) {
        return values.stream().map(value -> String.valueOf(masked(value))).collect(Collectors.toSet());
    }

    private static @Nullable String masked(@Nullable String value) {
        if (value == null) {
            return null;
        }
        int hidden = value.length() > 2 * SHOWN ? value.length() - SHOWN : value.length();
        return "*".repeat(hidden) + value.substring(hidden);
    }
}

package org.quanzu.api.person;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanzu.api.ApiClient;
import org.quanzu.assessment.PersonChangeRefused;
import org.quanzu.assessment.PersonChangeRefused.Reason;
import org.quanzu.assessment.Persons;
import org.quanzu.assessment.Persons.Feedback;
import org.quanzu.assessment.Persons.PersonView;
import org.quanzu.assessment.Persons.Telling;
import org.quanzu.audit.AuditLog;
import org.quanzu.person.Register;
import org.quanzu.person.source.JoinedAttributes;
import org.quanzu.person.source.PersonAttributes;
import org.quanzu.person.source.PersonSources;
import org.quanzu.person.source.ToldAttributes;
import org.quanzu.problem.ProblemKind;
import org.quanzu.problem.Refused;
import org.springframework.stereotype.Component;

/**
 * Persons as the caller may see and change them: those its source told of, with what it told itself; with {@code all-sources}
 * all of them, with what everybody told. Values are masked unless the key has the scope {@code clear}. Reading, merging and
 * separating is in the audit log.
 */
@Component
public class PersonsOfCaller implements CallerPersons {
    private final Persons persons;
    private final Register register;
    private final PersonSources sources;
    private final ReadingLog readings;
    private final AuditLog audit;

    public PersonsOfCaller(
            Persons persons, Register register, PersonSources sources, ReadingLog readings, AuditLog audit) {
        this.persons = persons;
        this.register = register;
        this.sources = sources;
        this.readings = readings;
        this.audit = audit;
    }

    @Override
    public Optional<Seen> find(String personId) {
        ApiClient client = ApiClient.current();
        Optional<PersonView> found = known(client, personId).filter(view -> mayRead(client, view.personId()));
        found.ifPresent(view -> readings.read(client, view.personId()));
        return found.map(view -> seen(client, personId, view));
    }

    /** What other sources told is not in the counts either. */
    private Optional<PersonView> known(ApiClient client, String personId) {
        return client.seesAllSources() ? persons.find(personId) : persons.find(personId, client.source());
    }

    private boolean mayRead(ApiClient client, String rootId) {
        return client.seesAllSources() || sources.knows(register.identityOf(rootId), client.source());
    }

    @Override
    public Seen tell(String personId, Change change) {
        ApiClient client = ApiClient.current();
        Telling telling =
                new Telling(client.source(), client.seesAllSources(), change.all(), change.current(), change.made());
        return changed(client, personId, persons.tell(personId, telling));
    }

    @Override
    public Seen merge(String personId, String otherId, @Nullable String reason) {
        return regrouped(persons::merge, "person.merge", personId, otherId, reason);
    }

    @Override
    public Seen separate(String personId, String otherId, @Nullable String reason) {
        return regrouped(persons::separate, "person.separate", personId, otherId, reason);
    }

    /** Makes two persons one, or two again; {@code record} runs in the same transaction. */
    private interface Regrouping {
        PersonView apply(String personId, String otherId, Runnable record);
    }

    private Seen regrouped(
            Regrouping regrouping, String act, String personId, String otherId, @Nullable String reason) {
        ApiClient client = ApiClient.current();
        requireOwn(client, personId, otherId);
        return changed(
                client,
                personId,
                regrouping.apply(personId, otherId, () -> record(client, act, personId, otherId, reason)));
    }

    /** Whose persons are one or two changes what everybody is answered about them. */
    private void requireOwn(ApiClient client, String... personIds) {
        Set<String> all = new HashSet<>();
        for (String id : personIds) {
            String root = persons.find(id)
                    .map(PersonView::personId)
                    .filter(found -> mayRead(client, found))
                    .orElseThrow(() -> new PersonChangeRefused(
                            Reason.UNKNOWN,
                            "Nobody is known as \"" + id + "\"\nMaybe nothing was sent or told of this person so far"));
            all.addAll(register.identityOf(root));
        }
        if (!client.seesAllSources() && sources.othersKnow(all, client.source())) {
            throw new Refused(
                    ProblemKind.FORBIDDEN,
                    "Other sources told of these persons, too\nMaybe use a key with the scope all-sources");
        }
    }

    private void record(ApiClient client, String what, String personId, String otherId, @Nullable String reason) {
        Map<String, String> detail = new HashMap<>(Map.of("other", otherId));
        if (reason != null) {
            detail.put("reason", reason);
        }
        audit.record("key:" + client.name(), what, "person:" + personId, detail);
    }

    @Override
    public void learn(String personId, Feedback feedback) {
        persons.learn(personId, ApiClient.current().source(), feedback);
    }

    private Seen changed(ApiClient client, String personId, PersonView changed) {
        return seen(client, personId, known(client, changed.personId()).orElse(changed));
    }

    /** The view with what a change at this address would change; what nobody can be named for is shown to all who may read. */
    private Seen seen(ApiClient client, String personId, PersonView view) {
        Set<String> identity = register.identityOf(view.personId());
        List<ToldAttributes> all = sources.told(identity);
        List<ToldAttributes> own = all.stream()
                .filter(told ->
                        told.personId().equals(personId) && told.source().equals(client.source()))
                .toList();
        if (client.seesAllSources()) {
            return new Seen(shown(client, view, all), JoinedAttributes.versionOf(all));
        }
        List<ToldAttributes> visible = all.stream()
                .filter(told -> own.contains(told) || told.source().equals(ToldAttributes.UNKNOWN))
                .toList();
        return new Seen(shown(client, view, visible), JoinedAttributes.versionOf(own));
    }

    private static PersonView shown(ApiClient client, PersonView view, List<ToldAttributes> told) {
        PersonAttributes attributes = told.isEmpty() ? null : JoinedAttributes.of(told);
        return view.with(attributes == null || client.seesClear() ? attributes : MaskedAttributes.of(attributes));
    }
}

package org.quanzu.personcache;

import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanzu.assessor.Assessor;
import org.quanzu.assessor.PersonState;
import org.quanzu.assessor.PersonStateCodec;
import org.quanzu.fact.Attributes;
import org.quanzu.journal.EventStore;
import org.quanzu.journal.EventStore.Recorded;
import org.quanzu.journal.EventStore.Snapshot;
import org.quanzu.person.Person;
import org.quanzu.person.Register;
import org.quanzu.person.Register.Belongings;
import org.quanzu.profile.Profile;
import org.quanzu.rules.RuleSets;
import org.quanzu.watchlist.Watchlists;

/** Brings a person back from the last snapshot and the events after it. */
public final class PersonLoader {
    private final EventStore events;
    private final Register register;
    private final RuleSets ruleSets;

    public PersonLoader(EventStore events, Register register, RuleSets ruleSets) {
        this.events = events;
        this.register = register;
        this.ruleSets = ruleSets;
    }

    /** The person as after the last durable event. */
    PersonState load(String personId) {
        Optional<Person> person = register.find(personId);
        Watchlists lists = ruleSets.current().watchlists();
        Attributes attributes = person.map(this::attributes).orElse(Attributes.NONE);
        Snapshot snapshot = events.snapshot(personId);
        PersonState state = start(personId, snapshot, attributes, lists);
        for (Recorded recorded : events.eventsAfter(personId, snapshot)) {
            state = Assessor.remember(state, recorded.as(), lists);
        }
        return state.registered(
                person.isPresent(), person.map(Person::mergedInto).orElse(null));
    }

    private static PersonState start(
            String personId, @Nullable Snapshot snapshot, Attributes attributes, Watchlists lists) {
        return snapshot == null
                ? PersonState.of(Profile.empty(personId).withAttributes(attributes))
                : PersonStateCodec.read(snapshot.bytes(), personId, attributes, lists)
                        .with(snapshot.level());
    }

    /** What was told of the person and of the household, as facts may see it. */
    public Attributes attributes(Person person) {
        Belongings household = person.household().isEmpty() ? Belongings.NONE : register.belongings(person.household());
        return new Attributes(
                person.ownAccounts(),
                household.accounts(),
                household.phones().stream()
                        .map(phone -> ruleSets.current()
                                .watchlists()
                                .numberPlan()
                                .read(phone)
                                .value())
                        .filter(value -> !value.isEmpty())
                        .collect(Collectors.toSet()),
                person.verified());
    }
}

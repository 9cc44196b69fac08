package org.quanzu.personcache;

import java.time.DateTimeException;
import java.time.ZoneId;
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
import org.quanzu.scoring.RuleSet;
import org.quanzu.watchlist.Watchlists;

/** Brings a person back from the last snapshot and the events after it. */
public final class PersonLoader {
    private final EventStore events;
    private final Register register;
    private final RuleSets ruleSets;
    private final ZoneId zone;

    public PersonLoader(EventStore events, Register register, RuleSets ruleSets, ZoneId zone) {
        this.events = events;
        this.register = register;
        this.ruleSets = ruleSets;
        this.zone = zone;
    }

    /** The person as after the last durable event. */
    PersonState load(String personId) {
        Optional<Person> person = register.find(personId);
        RuleSet rules = ruleSets.current();
        Watchlists lists = rules.watchlists();
        Attributes attributes = attributes(person);
        Snapshot snapshot = events.snapshot(personId);
        PersonState state = start(personId, snapshot, attributes, lists);
        state = state.with(state.profile().keeping(rules.bounds()));
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

    /** What was told of the person and of the household, as facts may see it; of nobody only the zone of the house. */
    public Attributes attributes(String personId) {
        return attributes(register.find(personId));
    }

    private Attributes attributes(Optional<Person> person) {
        return person.map(this::attributes).orElse(Attributes.NONE.in(zone));
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
                person.verified(),
                zone(person));
    }

    /** The person's own; where this Java does not know it, the zone of the house. */
    private ZoneId zone(Person person) {
        String own = person.zone();
        try {
            return own == null ? zone : ZoneId.of(own);
        } catch (DateTimeException e) {
            return zone;
        }
    }
}
